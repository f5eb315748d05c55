/** Tests of screening: firm. */
@NullMarked
package org.huiqi.screen.firm;

import org.jspecify.annotations.NullMarked;
