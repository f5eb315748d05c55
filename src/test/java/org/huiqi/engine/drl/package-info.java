/** The loader, and what it must refuse. */
@NullMarked
package org.huiqi.engine.drl;

import org.jspecify.annotations.NullMarked;
