package org.huiqi.verdict;

/**
 * What is known of a claim: strong Kleene logic, in which the open value has two shades. {@link #UNKNOWN} waits for a figure, {@link #REVIEW}
 * waits for a person; a decided value always outweighs an open one, and of two open ones the missing figure is named first.
 */
public enum Truth {
    MET,
    UNMET,
    UNKNOWN,
    REVIEW;

    public boolean decided() {
        return this == MET || this == UNMET;
    }

    public Truth and(Truth other) {
        if (this == UNMET || other == UNMET) {
            return UNMET;
        }
        return this == MET ? other : other == MET ? this : openest(other);
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public Truth not() {
        return switch (this) {
            case MET -> UNMET;
            case UNMET -> MET;
            case UNKNOWN -> UNKNOWN;
            case REVIEW -> REVIEW;
        };
    }

    public static Truth of(boolean met) {
        return met ? MET : UNMET;
    }

    private Truth openest(Truth other) {
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : REVIEW;
    }
}
