/** How fast the program starts, and whether it forgets the rule books it no longer serves. */
@NullMarked
package org.huiqi.cli.bench;

import org.jspecify.annotations.NullMarked;
