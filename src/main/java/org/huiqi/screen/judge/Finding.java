package org.huiqi.screen.judge;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** What a stage says of one subject, to be filled anew every time; {@code outcome} is null where the stage is not asked. */
final class Finding {
    @Nullable
    Outcome outcome;

    String result = "";
    int edition = -1;
    /** Is it unknown whether the stage is asked at all? */
    boolean gateOpen;

    /** Results that an open classification can still have. */
    final List<String> possible = new ArrayList<>();

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

    void copy(Finding other) {
        outcome = other.outcome;
        result = other.result;
        edition = other.edition;
        gateOpen = other.gateOpen;
        possible.clear();
        possible.addAll(other.possible);
        System.arraycopy(other.missing, 0, missing, 0, missing.length);
        System.arraycopy(other.decisive, 0, decisive, 0, decisive.length);
        System.arraycopy(other.passing, 0, passing, 0, passing.length);
        System.arraycopy(other.opening, 0, opening, 0, opening.length);
    }

    void clear() {
        outcome = null;
        result = "";
        edition = -1;
        gateOpen = false;
        possible.clear();
        Bits.clear(missing);
        Bits.clear(decisive);
        Bits.clear(passing);
        Bits.clear(opening);
    }
}
