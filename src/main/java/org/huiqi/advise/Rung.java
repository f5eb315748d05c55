package org.huiqi.advise;

import java.util.List;
import java.util.Optional;
import org.huiqi.verdict.Verdict;

/**
 * One policy on the ladder of those that rest on each other.
 *
 * @param policy id
 * @param height 0 for what rests on nothing, else one above the highest it rests on
 * @param state where the enterprise stands
 * @param requires ids of the policies it rests on directly
 * @param verdict its headline verdict, with what is missing and what decided it; empty if it was not judged
 */
public record Rung(String policy, int height, State state, List<String> requires, Optional<Verdict> verdict) {

    /** Where the enterprise stands with a rung. */
    public enum State {
        /** It holds the title, is on the list, or belongs to a class. */
        HELD,
        /** It may apply now, as far as can be checked. */
        NOW,
        /** Everything below is reached; this is what to work for. */
        NEXT,
        /** Something below comes first. */
        LATER
    }

    public Rung {
        requires = List.copyOf(requires);
    }
}
