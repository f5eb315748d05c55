package org.huiqi.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One figure of an amount.
 *
 * @param value exact; empty if it cannot be said yet
 * @param missing the fields it needs, empty if it has a value
 * @param step the step that gave it
 * @param fault why no step gave it although nothing is missing
 */
public record Figure(
        String name,
        String label,
        String unit,
        Optional<BigDecimal> value,
        List<String> missing,
        Optional<StepTaken> step,
        Optional<String> fault) {

    /**
     * A step with its figures filled in.
     *
     * @param working e.g. {@code 计提基数 120万元 × 5 ÷ 100}
     */
    public record StepTaken(String id, String claim, String document, String clause, Seen seen, String working) {}

    public Figure {
        missing = List.copyOf(missing);
    }
}
