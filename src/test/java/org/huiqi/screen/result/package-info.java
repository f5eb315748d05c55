/** Tests of screening: table. */
@NullMarked
package org.huiqi.screen.result;

import org.jspecify.annotations.NullMarked;
