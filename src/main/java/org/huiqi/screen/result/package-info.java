/** What comes out of a screening: blocks of screened and rejected rows, and the tally over them. */
@NullMarked
package org.huiqi.screen.result;

import org.jspecify.annotations.NullMarked;
