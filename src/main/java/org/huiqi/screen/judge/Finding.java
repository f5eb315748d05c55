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

    /** Blank. */
    Finding(int fields, int parts) {
        this(Bits.of(fields), Bits.of(Math.max(1, parts)), Bits.of(Math.max(1, parts)), Bits.of(Math.max(1, parts)));
    }

    private Finding(long[] missing, long[] decisive, long[] passing, long[] opening) {
        this.missing = missing;
        this.decisive = decisive;
        this.passing = passing;
        this.opening = opening;
    }

    /** What was found of one firm, to be read only: it may share sets with this blank. */
    Finding of(Findings all, long firm) {
        Outcome outcome = all.outcome(firm);
        boolean no = outcome == Outcome.INELIGIBLE;
        boolean relieved = no && all.relieved(firm);
        Finding finding = new Finding(
                all.missing.read(firm, missing),
                no ? all.read(all.decisive, firm, decisive) : decisive,
                relieved ? all.read(all.passing, firm, passing) : passing,
                relieved ? all.read(all.opening, firm, opening) : opening);
        finding.outcome = outcome;
        finding.edition = all.edition(firm);
        return finding;
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
