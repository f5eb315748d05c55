@NullMarked
package org.huiqi.engine.condition;

import org.jspecify.annotations.NullMarked;
