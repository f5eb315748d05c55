/** Firms out of rows: which column is which field, what a cell means, and why a row is rejected. */
@NullMarked
package org.huiqi.screen.firm;

import org.jspecify.annotations.NullMarked;
