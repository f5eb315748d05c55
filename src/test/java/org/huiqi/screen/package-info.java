/** Tests of screening as a whole. */
@NullMarked
package org.huiqi.screen;

import org.jspecify.annotations.NullMarked;
