package org.huiqi.verdict;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score while some of its items may still be open.
 *
 * @param id e.g. {@code HTE-08}
 * @param strict whether the total must exceed the threshold
 * @param missing fields that could still decide it
 */
public record PointsTotal(
        String id,
        String label,
        Interval total,
        BigDecimal threshold,
        boolean strict,
        Seen seen,
        List<SectionPoints> sections,
        List<String> missing) {

    /** Points of one section. */
    public record SectionPoints(String label, Interval points) {}

    public PointsTotal {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }
}
