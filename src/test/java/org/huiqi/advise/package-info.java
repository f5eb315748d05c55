/** Tests of what to do next. */
@NullMarked
package org.huiqi.advise;

import org.jspecify.annotations.NullMarked;
