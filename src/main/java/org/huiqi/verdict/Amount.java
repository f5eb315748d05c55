package org.huiqi.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The money of one policy.
 *
 * @param benefit name of the figure that is what the policy is worth, empty if there is none
 * @param assumed whether entitlement was assumed rather than found
 * @param totals sums over all sheets
 */
public record Amount(String policy, String benefit, boolean assumed, List<SheetFigures> sheets, List<Total> totals) {

    /** The figures of one element. */
    public record SheetFigures(String subject, List<Figure> figures) {
        public SheetFigures {
            figures = List.copyOf(figures);
        }
    }

    /** A sum; empty with the missing fields while some part of it is open. */
    public record Total(String figure, String label, String unit, Optional<BigDecimal> value, List<String> missing) {
        public Total {
            missing = List.copyOf(missing);
        }
    }

    public Amount {
        sheets = List.copyOf(sheets);
        totals = List.copyOf(totals);
    }
}
