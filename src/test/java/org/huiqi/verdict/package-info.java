/** Truths, intervals and trees checked against their tables. */
@NullMarked
package org.huiqi.verdict;

import org.jspecify.annotations.NullMarked;
