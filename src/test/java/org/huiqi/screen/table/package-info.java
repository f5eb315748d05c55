/** Tests of screening: table. */
@NullMarked
package org.huiqi.screen.table;

import org.jspecify.annotations.NullMarked;
