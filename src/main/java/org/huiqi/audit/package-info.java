/** Checks over a rule book: test cases as data, and what they cover. */
@NullMarked
package org.huiqi.audit;

import org.jspecify.annotations.NullMarked;
