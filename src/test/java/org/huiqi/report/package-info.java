/** What assessments look like. */
@NullMarked
package org.huiqi.report;

import org.jspecify.annotations.NullMarked;
