package org.huiqi.screen.judge;

import java.util.Arrays;

/** Which criteria and scores made the firms before the judge fail, by number: one bit a firm. */
final class Blame {
    private final long[] firms;

    /** {@code parts}: how many numbers there are. */
    Blame(int parts) {
        firms = new long[parts];
    }

    void clear() {
        Arrays.fill(firms, 0);
    }

    void add(int part, long rows) {
        firms[part] |= rows;
    }

    int parts() {
        return firms.length;
    }

    long firms(int part) {
        return firms[part];
    }

    void write(Finding[] out) {
        for (int part = 0; part < firms.length; part++) {
            for (long left = firms[part]; left != 0; left &= left - 1) {
                Bits.set(out[Long.numberOfTrailingZeros(left)].decisive, part);
            }
        }
    }
}
