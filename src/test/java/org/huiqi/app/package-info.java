@NullMarked
package org.huiqi.app;

import org.jspecify.annotations.NullMarked;
