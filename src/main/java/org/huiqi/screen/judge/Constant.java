package org.huiqi.screen.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What no row of this list can decide: fields it has no column for, and what only a person can judge. */
final class Constant extends Part {
    private final byte open;
    private final int[] fields;

    /** {@code open}: {@link Truths#UNKNOWN} for {@code fields}, or {@link Truths#REVIEW}. */
    Constant(byte open, IntStream fields) {
        this.open = open;
        this.fields = fields.distinct().sorted().toArray();
        this.review = open == Truths.REVIEW ? -1 : 0;
    }

    /** Several of them in one group. */
    static Constant joined(List<Constant> parts) {
        boolean unknown = parts.stream().anyMatch(p -> p.open == Truths.UNKNOWN);
        return new Constant(
                unknown ? Truths.UNKNOWN : Truths.REVIEW, parts.stream().flatMapToInt(p -> Arrays.stream(p.fields)));
    }

    @Override
    void look(Scene scene, long rows, int turned) {}

    @Override
    void blame(long rows, boolean wanted, long[] blame) {}

    @Override
    void missing(Scene scene, long rows, Wants out) {
        for (int i = 0; open == Truths.UNKNOWN && i < fields.length; i++) {
            out.add(fields[i], rows);
        }
    }
}
