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

    private final long[] missing;
    /** Nothing was ever asked for what could be missing since it was cleared. */
    private boolean closed = true;

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

    /** What could still decide it, to be added to. */
    long[] open() {
        closed = false;
        return missing;
    }

    /** To be read only. */
    long[] missing() {
        return missing;
    }

    /** Is certainly nothing missing? */
    boolean closed() {
        return closed;
    }

    /** Nothing is missing after all. */
    void close() {
        if (!closed) {
            Bits.clear(missing);
            closed = true;
        }
    }

    /** Adds what is missing for another. */
    void add(Finding other) {
        if (!other.closed) {
            Bits.add(open(), other.missing);
        }
    }

    Finding copy() {
        Finding copy = new Finding(missing.length * Long.SIZE, decisive.length * Long.SIZE);
        copy.take(this);
        return copy;
    }

    /** Becomes the same as another of its size. */
    void take(Finding other) {
        clear();
        outcome = other.outcome;
        result = other.result;
        edition = other.edition;
        gateOpen = other.gateOpen;
        possible.addAll(other.possible);
        add(other);
        Bits.add(decisive, other.decisive);
        Bits.add(passing, other.passing);
        Bits.add(opening, other.opening);
    }

    void clear() {
        outcome = null;
        result = "";
        edition = -1;
        gateOpen = false;
        possible.clear();
        close();
        Bits.clear(decisive);
        Bits.clear(passing);
        Bits.clear(opening);
    }
}
