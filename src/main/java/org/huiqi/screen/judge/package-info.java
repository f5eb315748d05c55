/**
 * The verdicts of a screening without their words: requirement trees compiled for the columns a list has, truths as words of one bit a firm, reasons as bit sets.
 * The assessor says the same in full; tests hold the two against each other.
 */
@NullMarked
package org.huiqi.screen.judge;

import org.jspecify.annotations.NullMarked;
