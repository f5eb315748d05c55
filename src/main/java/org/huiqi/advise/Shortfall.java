package org.huiqi.advise;

import java.util.List;
import org.huiqi.verdict.Verdict;

/**
 * How far a verdict is from a yes.
 *
 * @param verdict INELIGIBLE or INCOMPLETE
 * @param alike other subjects of the same stage that come out so for the same reasons; their figures may differ
 * @param ways smallest sets of changes that flip it, the easiest first; empty if none was found
 * @param obstacles why none was found
 * @param capped whether the search stopped before every set within its limits was tried, or more than {@link Gap#MOST_MOVES} changes are needed
 */
public record Shortfall(Verdict verdict, List<String> alike, List<Way> ways, List<Obstacle> obstacles, boolean capped) {
    public Shortfall {
        alike = List.copyOf(alike);
        ways = List.copyOf(ways);
        obstacles = List.copyOf(obstacles);
    }

    Shortfall alike(List<String> subjects) {
        return new Shortfall(verdict, subjects, ways, obstacles, capped);
    }
}
