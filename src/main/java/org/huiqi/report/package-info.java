/** How answers are told: as text for a terminal and as JSON, the same from the command line and over HTTP. */
@NullMarked
package org.huiqi.report;

import org.jspecify.annotations.NullMarked;
