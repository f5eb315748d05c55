/** Reads the restricted DRL: declarations, criteria and amount steps; refuses everything else by name. */
@NullMarked
package org.huiqi.engine.drl;

import org.jspecify.annotations.NullMarked;
