/** The reference evaluator: ordinary sessions over Drools' classic build, sharing no predicate with the direct evaluator. */
@NullMarked
package org.huiqi.engine.classic;

import org.jspecify.annotations.NullMarked;
