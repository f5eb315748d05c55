/** The rule book (policies joined with compiled rules, cross-checked) and the assessor. */
@NullMarked
package org.huiqi.assess;

import org.jspecify.annotations.NullMarked;
