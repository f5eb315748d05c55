package org.huiqi.screen.judge;

import java.util.Arrays;
import org.huiqi.verdict.Outcome;

/**
 * What a stage says of the firms before the judge: words of one bit a firm, by what is said. Who is in none of the outcomes is not asked. To be
 * filled anew every time.
 */
final class Findings {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final int NOBODY = -1;
    private final long[] outcomes = new long[OUTCOMES.length];
    /** By class of the stage: who is certainly in it, and who may be. */
    long[] results = {};

    long[] possible = {};
    /** By number of the edition that was applied. */
    private long[] applied = {};

    private int classes;
    private int editions;
    private int parts;
    /** Of whom is it unknown whether the stage is asked at all? */
    long gateOpen;

    final Wants missing;
    /** By number of the criterion or score. */
    long[] decisive = {};
    /** Parts of which each, were it alone the other way round, would let a firm pass. */
    long[] passing = {};
    /** The same, but then something would still be unknown. */
    long[] opening = {};
    /** For whom anything is marked in these two. */
    private long relieved;

    Findings(Wants missing) {
        this.missing = missing;
    }

    /** Forgets all; what follows is said by a stage with so many classes, editions, and criteria and scores. */
    void begin(int ofClasses, int ofEditions, int ofParts) {
        if (said(Outcome.INELIGIBLE) != 0) {
            Arrays.fill(decisive, 0, parts, 0);
            Arrays.fill(passing, 0, parts, 0);
            Arrays.fill(opening, 0, parts, 0);
        }
        Arrays.fill(outcomes, 0);
        Arrays.fill(results, 0, classes, 0);
        Arrays.fill(possible, 0, classes, 0);
        Arrays.fill(applied, 0, editions, 0);
        gateOpen = 0;
        relieved = 0;
        missing.clear();
        classes = ofClasses;
        editions = ofEditions;
        parts = ofParts;
        makeRoom();
    }

    private void makeRoom() {
        if (results.length < classes) {
            results = new long[classes];
            possible = new long[classes];
        }
        applied = applied.length < editions ? new long[editions] : applied;
        if (decisive.length < parts) {
            decisive = new long[parts];
            passing = new long[parts];
            opening = new long[parts];
        }
    }

    void say(Outcome outcome, long rows) {
        outcomes[outcome.ordinal()] |= rows;
    }

    long said(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** To {@code rows} this edition was applied; a number behind the last stands for none. */
    void applied(int edition, long rows) {
        if (edition < editions) {
            applied[edition] |= rows;
        }
    }

    /** Were a part the other way round, these would pass, but for what is unknown in the case of {@code open}. */
    void relieve(int part, long rows, long open) {
        relieved |= rows;
        passing[part] |= rows & ~open;
        opening[part] |= rows & open;
    }

    /** Is there a part of which that was said? */
    boolean relieved(long firm) {
        return (relieved & firm) != 0;
    }

    /** Of whom is anything said? */
    long asked() {
        long asked = 0;
        for (long rows : outcomes) {
            asked |= rows;
        }
        return asked;
    }

    /** Says of {@code rows}, of whom nothing was said, what another of its stage says, but not what stands in their way. */
    void take(Findings other, long rows) {
        take(outcomes, other.outcomes, outcomes.length, rows);
        take(results, other.results, classes, rows);
        take(possible, other.possible, classes, rows);
        take(applied, other.applied, editions, rows);
        gateOpen |= other.gateOpen & rows;
        missing.add(other.missing, rows);
    }

    private static void take(long[] mine, long[] theirs, int count, long rows) {
        for (int i = 0; i < count; i++) {
            mine[i] |= theirs[i] & rows;
        }
    }

    /** Those who are told the same, whatever would be if something were relaxed or answered. */
    void splitByVerdict(Split into) {
        into.by(outcomes, outcomes.length);
        into.by(results, classes);
    }

    /** Those who are told the same in everything; groups are marked. */
    void splitByAll(Split into) {
        int place = outcomes.length + classes + editions;
        into.places(place + 3 * parts + missing.size());
        into.by(outcomes, outcomes.length, 0);
        into.by(results, classes, outcomes.length);
        into.by(applied, editions, outcomes.length + classes);
        if (said(Outcome.INELIGIBLE) != 0) {
            into.by(decisive, parts, place);
            into.by(passing, relieved == 0 ? 0 : parts, place + parts);
            into.by(opening, relieved == 0 ? 0 : parts, place + 2 * parts);
        }
        missing.split(into, place + 3 * parts);
    }

    /** {@code null} if the stage is not asked. */
    @org.jspecify.annotations.Nullable
    Outcome outcome(long firm) {
        int ordinal = first(outcomes, outcomes.length, firm);
        return ordinal == NOBODY ? null : OUTCOMES[ordinal];
    }

    /** Number of the firm's class, -1 for none. */
    int result(long firm) {
        return first(results, classes, firm);
    }

    /** Number of the edition that was applied to a firm, -1 for none. */
    int edition(long firm) {
        return first(applied, editions, firm);
    }

    private static int first(long[] words, int count, long firm) {
        for (int i = 0; i < count; i++) {
            if ((words[i] & firm) != 0) {
                return i;
            }
        }
        return NOBODY;
    }

    /** The numbers of the criteria and scores marked for a firm, as a set of the size of {@code none}, or that. */
    long[] read(long[] words, long firm, long[] none) {
        long[] read = none;
        for (int i = 0; i < parts; i++) {
            if ((words[i] & firm) != 0) {
                read = read == none ? none.clone() : read;
                Bits.set(read, i);
            }
        }
        return read;
    }
}
