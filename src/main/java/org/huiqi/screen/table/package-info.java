/** Rows out of files: workbooks, separated text, JSON lines. Says what a cell holds, not what it means. */
@NullMarked
package org.huiqi.screen.table;

import org.jspecify.annotations.NullMarked;
