@NullMarked
package org.huiqi.screen.job;

import org.jspecify.annotations.NullMarked;
