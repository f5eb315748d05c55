@NullMarked
package org.huiqi.engine.classic;

import org.jspecify.annotations.NullMarked;
