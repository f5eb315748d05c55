/** The engine attacked and checked with tiny packs. */
@NullMarked
package org.huiqi.engine;

import org.jspecify.annotations.NullMarked;
