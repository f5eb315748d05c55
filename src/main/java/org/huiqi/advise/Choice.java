package org.huiqi.advise;

import java.util.List;
import org.huiqi.verdict.Interval;

/**
 * Policies that exclude each other, and which of them to take.
 *
 * @param best the combination that is worth most; while amounts are open, most of what is known
 * @param others every other combination to which nothing can be added, worth most first
 * @param settled whether no open amount can turn the choice around
 * @param needs fields whose answers settle it, empty once it is settled
 */
public record Choice(Combination best, List<Combination> others, boolean settled, List<String> needs) {

    /**
     * Policies that may be had together.
     *
     * @param taken ids
     * @param givenUp ids of the others
     * @param yuan what those taken are worth together
     */
    public record Combination(List<String> taken, List<String> givenUp, Interval yuan) {
        public Combination {
            taken = List.copyOf(taken);
            givenUp = List.copyOf(givenUp);
        }
    }

    public Choice {
        others = List.copyOf(others);
        needs = List.copyOf(needs);
    }
}
