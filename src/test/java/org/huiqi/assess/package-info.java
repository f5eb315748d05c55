/** Rules joined with policies, and enterprises assessed. */
@NullMarked
package org.huiqi.assess;

import org.jspecify.annotations.NullMarked;
