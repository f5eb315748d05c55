/** The command line: translates, decides nothing. */
@NullMarked
package org.huiqi.cli;

import org.jspecify.annotations.NullMarked;
