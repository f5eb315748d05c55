package org.huiqi.screen.judge;

import java.util.List;

/** A criterion or a score. */
class Leaf implements Part {
    private final int number;
    private final Probe truth;
    private final OpenFields open;

    /** {@code size}: of a set of missing fields. */
    Leaf(int number, Claim claim, int size) {
        this.number = number;
        this.truth = claim.probe();
        this.open = claim.openFields(size);
    }

    int number() {
        return number;
    }

    /** What asks for its truth. */
    Probe probe() {
        return truth;
    }

    @Override
    public byte truth(Hearing hearing) {
        byte found = (byte) hearing.ask(truth);
        return hearing.turned == number ? Truths.not(found) : found;
    }

    @Override
    public final void sure(byte wanted, List<Probe> out) {
        if (!out.contains(truth)) {
            out.add(truth);
        }
    }

    @Override
    public void numbers(List<Integer> out) {
        out.add(number);
    }

    @Override
    public final void blame(Hearing hearing, byte wanted, long[] out) {
        if (truth(hearing) == wanted) {
            Bits.set(out, number);
        }
    }

    @Override
    public final void missing(Hearing hearing, long[] out) {
        if (truth(hearing) == Truths.UNKNOWN) {
            Bits.add(out, open.set(hearing.ask(open)));
        }
    }
}
