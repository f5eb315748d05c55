package org.huiqi.policy;

import java.util.List;

/**
 * Which sheet computes the money.
 *
 * @param sheet sheet type of {@code amount.drl}
 * @param stage stage whose verdict tells whether the subject is entitled, empty if none
 * @param benefit figure that is what the policy is worth, empty if none of them is money to be had (a distance from a threshold)
 * @param totals figures to add up over all elements
 * @param columns figures that a table of the amount shows, in order
 */
public record AmountPlan(
        String sheet, String stage, String benefit, List<String> totals, List<String> columns, int line) {
    public AmountPlan {
        totals = List.copyOf(totals);
        columns = List.copyOf(columns);
    }
}
