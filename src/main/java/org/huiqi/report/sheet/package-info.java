/** One profile as a workbook that people fill in: with drop-downs and notes, and read back again. */
@NullMarked
package org.huiqi.report.sheet;

import org.jspecify.annotations.NullMarked;
