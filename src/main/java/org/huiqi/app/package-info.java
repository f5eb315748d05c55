/** Settings, wiring and the main class. */
@NullMarked
package org.huiqi.app;

import org.jspecify.annotations.NullMarked;
