package org.huiqi.advise;

import java.util.List;
import org.huiqi.verdict.Verdict;

/**
 * How far a verdict is from a yes.
 *
 * @param verdict INELIGIBLE or INCOMPLETE
 * @param ways smallest sets of changes that flip it, the easiest first; empty if none was found
 * @param obstacles why none was found
 * @param capped whether the search stopped before every set within its limits was tried, or more than {@link Gap#MOST_MOVES} changes are needed
 */
public record Shortfall(Verdict verdict, List<Way> ways, List<Obstacle> obstacles, boolean capped) {
    public Shortfall {
        ways = List.copyOf(ways);
        obstacles = List.copyOf(obstacles);
    }
}
