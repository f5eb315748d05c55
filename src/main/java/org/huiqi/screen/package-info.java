/** Batch screening: a list of firms in, every policy answered for each of them, with a tally that can be added up. */
@NullMarked
package org.huiqi.screen;

import org.jspecify.annotations.NullMarked;
