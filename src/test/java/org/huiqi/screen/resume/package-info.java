@NullMarked
package org.huiqi.screen.resume;

import org.jspecify.annotations.NullMarked;
