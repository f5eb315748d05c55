/** Conditions and expressions of the restricted DRL as values: parsed, typed, printed, and bounded while figures are missing. */
@NullMarked
package org.huiqi.engine.condition;

import org.jspecify.annotations.NullMarked;
