/** What the house rules promise, checked: layers, sizes, packages, and what must never be written down. */
@NullMarked
package org.huiqi.house;

import org.jspecify.annotations.NullMarked;
