package org.huiqi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which sheet computes the money.
 *
 * @param sheet sheet type of {@code amount.drl}
 * @param stage stage whose verdict tells whether the subject is entitled, empty if none
 * @param editions editions whose figures were published; empty: all
 * @param results classes of the headline stage that have these figures; empty: all
 * @param benefit figure that is what the policy is worth, empty if none of them is money to be had (a distance from a threshold)
 * @param cap what the benefit of all elements together may at most come to, in its own unit
 * @param totals figures to add up over all elements
 * @param columns figures that a table of the amount shows, in order
 */
public record AmountPlan(
        String sheet,
        String stage,
        List<String> editions,
        List<String> results,
        String benefit,
        Optional<BigDecimal> cap,
        List<String> totals,
        List<String> columns,
        int line) {
    public AmountPlan {
        editions = List.copyOf(editions);
        results = List.copyOf(results);
        totals = List.copyOf(totals);
        columns = List.copyOf(columns);
    }
}
