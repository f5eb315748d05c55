/** Tests of screening: output. */
@NullMarked
package org.huiqi.screen.output;

import org.jspecify.annotations.NullMarked;
