package org.huiqi.screen.judge;

import java.util.List;

/** What no row of this list can decide: fields it has no column for, and what only a person can judge. */
record Constant(byte open, long[] fields) implements Part {

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

    @Override
    public byte truth(Hearing hearing) {
        return open;
    }

    @Override
    public void blame(Hearing hearing, byte truth, long[] out) {}

    @Override
    public void missing(Hearing hearing, long[] out) {
        missing(out);
    }

    void missing(long[] out) {
        if (open == Truths.UNKNOWN) {
            Bits.add(out, fields);
        }
    }
}
