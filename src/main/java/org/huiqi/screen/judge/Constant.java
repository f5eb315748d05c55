package org.huiqi.screen.judge;

import java.util.List;

/** What no row of this list can decide: fields it has no column for, and what only a person can judge. */
final class Constant extends Part {
    private final byte open;
    private final long[] fields;

    /** {@code open}: {@link Truths#UNKNOWN} for {@code fields}, or {@link Truths#REVIEW}. */
    Constant(byte open, long[] fields) {
        this.open = open;
        this.fields = fields;
        this.review = open == Truths.REVIEW ? -1 : 0;
    }

    /** Several of them in one group. */
    static Constant joined(List<Constant> parts, int size) {
        byte open = Truths.REVIEW;
        long[] fields = Bits.of(size);
        for (Constant part : parts) {
            open = part.open == Truths.UNKNOWN ? Truths.UNKNOWN : open;
            Bits.add(fields, part.fields);
        }
        return new Constant(open, fields);
    }

    byte open() {
        return open;
    }

    @Override
    void look(Scene scene, long rows, int turned) {}

    @Override
    void blame(long rows, boolean wanted, Blame blame) {}

    @Override
    void missing(Scene scene, long rows, Finding[] out) {
        for (long left = open == Truths.UNKNOWN ? rows : 0; left != 0; left &= left - 1) {
            Bits.add(out[Long.numberOfTrailingZeros(left)].open(), fields);
        }
    }

    void missing(long[] out) {
        if (open == Truths.UNKNOWN) {
            Bits.add(out, fields);
        }
    }
}
