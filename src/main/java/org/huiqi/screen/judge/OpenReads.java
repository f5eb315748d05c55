package org.huiqi.screen.judge;

import java.util.Arrays;

/** Which fields keep one atom about the enterprise open: told by which of its reads are answered, so that they are collected once for each case. */
final class OpenReads extends OpenFields {
    static final int MOST = 8;
    private final AtomCode atom;
    private final int[] numbers;

    /** The atom reads at most {@link #MOST} fields, none of them the result of a classification. */
    OpenReads(AtomCode atom, Claim claim, int size) {
        super(claim::open, size);
        this.atom = atom;
        this.numbers = new int[1 << MOST];
        Arrays.fill(numbers, -1);
    }

    @Override
    int ask(Scene scene) {
        int answered = atom.answered(scene.fact());
        if (numbers[answered] < 0) {
            numbers[answered] = number(scene);
        }
        return numbers[answered];
    }

    @Override
    void forget() {
        super.forget();
        Arrays.fill(numbers, -1);
    }
}
