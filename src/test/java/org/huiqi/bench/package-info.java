/** How fast the program is: benchmarks, and the same criteria written by hand to measure against. */
@NullMarked
package org.huiqi.bench;

import org.jspecify.annotations.NullMarked;
