package org.huiqi.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the fact behind an answer may come to be another; what an enterprise is advised to do follows from it. */
public enum Change {
    /** By what the enterprise does. */
    ACT,
    /** By what the enterprise does, and nobody advises to have less of it. */
    UP,
    /** By what the enterprise does, and nobody advises to have more of it. */
    DOWN,
    /** With time alone: it only grows, or moves on with the calendar. */
    TIME,
    /** Not at all: it lies in the past, or is what the enterprise is. */
    NEVER;

    /** The spelling of rule files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Change> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
