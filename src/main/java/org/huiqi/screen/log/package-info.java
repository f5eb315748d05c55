/** Blocks of results on disk: what a job keeps while it runs, and what workbooks are written from. */
@NullMarked
package org.huiqi.screen.log;

import org.jspecify.annotations.NullMarked;
