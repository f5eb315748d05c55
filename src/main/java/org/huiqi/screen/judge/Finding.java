package org.huiqi.screen.judge;

import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** What a stage says of one subject; {@code outcome} is null where the stage is not asked. */
final class Finding {
    @Nullable
    Outcome outcome;

    String result = "";
    /** Number of the edition that was applied, -1 for none. */
    int edition = -1;

    /** What could still decide it. */
    final long[] missing;

    final long[] decisive;
    /** Parts of which each, were it alone the other way round, would let the subject pass. */
    final long[] passing;
    /** The same, but then something would still be unknown. */
    final long[] opening;

    Finding(int fields, int parts) {
        missing = Bits.of(fields);
        decisive = Bits.of(Math.max(1, parts));
        passing = Bits.of(Math.max(1, parts));
        opening = Bits.of(Math.max(1, parts));
    }

    /** Adds everything that is a set, and takes over the class if there is one. */
    void add(Finding other) {
        result = other.result.isEmpty() ? result : other.result;
        Bits.add(missing, other.missing);
        Bits.add(decisive, other.decisive);
        Bits.add(passing, other.passing);
        Bits.add(opening, other.opening);
    }
}
