package org.huiqi.screen.judge;

import org.huiqi.engine.AtomTests;

/** {@link org.huiqi.verdict.Truth} as bytes, with the same strong Kleene logic. */
final class Truths {
    static final byte UNMET = AtomTests.UNMET;
    static final byte MET = AtomTests.MET;
    static final byte UNKNOWN = AtomTests.UNKNOWN;
    static final byte REVIEW = 4;

    private Truths() {}

    static byte not(byte truth) {
        return truth <= MET ? (byte) (MET - truth) : truth;
    }

    static byte and(byte a, byte b) {
        if (a == UNMET || b == UNMET) {
            return UNMET;
        }
        if (a == MET) {
            return b;
        }
        return b == MET || a == UNKNOWN ? a : b;
    }

    static byte or(byte a, byte b) {
        return not(and(not(a), not(b)));
    }
}
