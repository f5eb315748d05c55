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
    final long[] results;

    final long[] possible;
    /** By number of the edition that was applied. */
    private final long[] editions;
    /** Of whom is it unknown whether the stage is asked at all? */
    long gateOpen;

    final Wants missing;
    /** By number of the criterion or score. */
    final long[] decisive;
    /** Parts of which each, were it alone the other way round, would let a firm pass. */
    final long[] passing;
    /** The same, but then something would still be unknown. */
    final long[] opening;

    Findings(int classes, int editions, int parts, Wants missing) {
        this.results = new long[classes];
        this.possible = new long[classes];
        this.editions = new long[editions];
        this.missing = missing;
        this.decisive = new long[parts];
        this.passing = new long[parts];
        this.opening = new long[parts];
    }

    void clear() {
        if (said(Outcome.INELIGIBLE) != 0) {
            Arrays.fill(decisive, 0);
            Arrays.fill(passing, 0);
            Arrays.fill(opening, 0);
        }
        Arrays.fill(outcomes, 0);
        Arrays.fill(results, 0);
        Arrays.fill(possible, 0);
        Arrays.fill(editions, 0);
        gateOpen = 0;
        missing.clear();
    }

    void say(Outcome outcome, long rows) {
        outcomes[outcome.ordinal()] |= rows;
    }

    long said(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** To {@code rows} this edition was applied; a number behind the last stands for none. */
    void applied(int edition, long rows) {
        if (edition < editions.length) {
            editions[edition] |= rows;
        }
    }

    /** Of whom is anything said? */
    long asked() {
        long asked = 0;
        for (long rows : outcomes) {
            asked |= rows;
        }
        return asked;
    }

    /** Says of {@code rows}, of whom nothing was said, what another of its stage says. */
    void take(Findings other, long rows) {
        take(outcomes, other.outcomes, rows);
        take(results, other.results, rows);
        take(possible, other.possible, rows);
        take(editions, other.editions, rows);
        if (other.said(Outcome.INELIGIBLE) != 0) {
            take(decisive, other.decisive, rows);
            take(passing, other.passing, rows);
            take(opening, other.opening, rows);
        }
        gateOpen |= other.gateOpen & rows;
        missing.add(other.missing, rows);
    }

    private static void take(long[] mine, long[] theirs, long rows) {
        for (int i = 0; i < mine.length; i++) {
            mine[i] |= theirs[i] & rows;
        }
    }

    /** Those who are told the same, whatever would be if something were relaxed or answered. */
    void splitByVerdict(Split into) {
        into.by(outcomes);
        into.by(results);
    }

    void splitByAll(Split into) {
        splitByVerdict(into);
        into.by(editions);
        missing.split(into);
        if (said(Outcome.INELIGIBLE) != 0) {
            into.by(decisive);
            into.by(passing);
            into.by(opening);
        }
    }

    /** {@code null} if the stage is not asked. */
    @org.jspecify.annotations.Nullable
    Outcome outcome(long firm) {
        int ordinal = first(outcomes, firm);
        return ordinal == NOBODY ? null : OUTCOMES[ordinal];
    }

    /** Number of the firm's class, -1 for none. */
    int result(long firm) {
        return first(results, firm);
    }

    /** Number of the edition that was applied to a firm, -1 for none. */
    int edition(long firm) {
        return first(editions, firm);
    }

    private static int first(long[] words, long firm) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & firm) != 0) {
                return i;
            }
        }
        return NOBODY;
    }

    /** The numbers of what is marked for a firm, as a set of the size of {@code none}, or that. */
    static long[] read(long[] words, long firm, long[] none) {
        long[] read = none;
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & firm) != 0) {
                read = read == none ? none.clone() : read;
                Bits.set(read, i);
            }
        }
        return read;
    }
}
