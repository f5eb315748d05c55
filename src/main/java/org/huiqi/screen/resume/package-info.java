/** Where a screening is, kept beside its output while it runs: the same command, started again after any end of the process, goes on from there. */
@NullMarked
package org.huiqi.screen.resume;

import org.jspecify.annotations.NullMarked;
