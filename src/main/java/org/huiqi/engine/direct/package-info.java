/** The direct evaluator: predicates of Drools' executable model, each behind its own generated call site, with masks in front. */
@NullMarked
package org.huiqi.engine.direct;

import org.jspecify.annotations.NullMarked;
