/** Parquet from within: how its numbers are packed, and rows taken apart by several threads. */
@NullMarked
package org.huiqi.screen.parquet;

import org.jspecify.annotations.NullMarked;
