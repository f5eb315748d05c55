/** Parquet files, column by column: what their cells say as text, and typed columns out of rows. The only package that knows the library. */
@NullMarked
package org.huiqi.screen.parquet;

import org.jspecify.annotations.NullMarked;
