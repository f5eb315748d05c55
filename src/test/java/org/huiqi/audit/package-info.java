/** The cases of the pack, run on the real rules. */
@NullMarked
package org.huiqi.audit;

import org.jspecify.annotations.NullMarked;
