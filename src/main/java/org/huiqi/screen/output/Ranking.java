package org.huiqi.screen.output;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.huiqi.screen.result.Tally;

/** What a tally says first: the conditions that stop most firms, the fields that would settle most verdicts. */
final class Ranking {
    private Ranking() {}

    /** A condition and the firms it stops. */
    record Blocker(int part, long stops, long wouldPass, long wouldBeOpen) {}

    /** A field, the verdicts it alone would settle, and those it would help to settle. */
    record Wanted(int field, long settles, long verdicts) {}

    static List<Blocker> blockers(Tally tally, int question) {
        return IntStream.range(0, tally.questions().get(question).parts().size())
                .mapToObj(p -> new Blocker(
                        p, tally.stopped(question, p), tally.passing(question, p), tally.opening(question, p)))
                .filter(b -> b.stops() > 0)
                .sorted(Comparator.comparingLong(Blocker::wouldPass)
                        .thenComparingLong(Blocker::stops)
                        .reversed()
                        .thenComparingInt(Blocker::part))
                .toList();
    }

    static List<Wanted> missing(Tally tally) {
        return IntStream.range(0, tally.fields())
                .mapToObj(f -> new Wanted(f, tally.settling(f), tally.wanted(f)))
                .filter(w -> w.verdicts() > 0)
                .sorted(Comparator.comparingLong(Wanted::settles)
                        .thenComparingLong(Wanted::verdicts)
                        .reversed()
                        .thenComparingInt(Wanted::field))
                .toList();
    }
}
