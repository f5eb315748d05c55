/** The command line as a user sees it. */
@NullMarked
package org.huiqi.cli;

import org.jspecify.annotations.NullMarked;
