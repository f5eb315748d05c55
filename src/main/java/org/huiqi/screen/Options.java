package org.huiqi.screen;

import org.huiqi.problem.Lang;

/**
 * How to screen. None of it changes a verdict.
 *
 * @param threads that judge
 * @param recheck every so many rows one is judged by the Drools reference too; 0: none
 * @param gaps whether near misses say how far they are, which takes longer than the verdicts
 * @param lang of gaps
 */
public record Options(int threads, int recheck, boolean gaps, Lang lang) {
    /** Rows of a block: few enough to wait for, enough to be worth a hand-over. */
    static final int BLOCK = 500;

    /** One row in so many: next to nothing of the time, and no list of a province goes unchecked. */
    public static final int RECHECK = 5_000;

    public static Options standard(boolean gaps, Lang lang) {
        return new Options(Runtime.getRuntime().availableProcessors(), RECHECK, gaps, lang);
    }
}
