/** The results of a screening as files: a workbook for officers, separated text and JSON lines for programs. */
@NullMarked
package org.huiqi.screen.output;

import org.jspecify.annotations.NullMarked;
