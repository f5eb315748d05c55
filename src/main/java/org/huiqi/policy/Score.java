package org.huiqi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.verdict.Seen;

/**
 * A total of points with a threshold.
 *
 * @param strict whether the total must exceed the threshold rather than reach it
 */
public record Score(
        String id,
        String label,
        String document,
        String clause,
        Seen seen,
        BigDecimal threshold,
        boolean strict,
        List<Section> sections,
        int line) {

    /**
     * A part of the total.
     *
     * @param cap most points it can give, if limited
     */
    public record Section(String label, Optional<BigDecimal> cap, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /** What gives points. */
    public sealed interface Item {
        /**
         * Criteria of which the highest that is met counts; a single one simply counts when met.
         *
         * @param atLeast points that the item gives in any case
         */
        record Best(List<String> criteria, BigDecimal atLeast) implements Item {
            public Best {
                criteria = List.copyOf(criteria);
            }
        }

        /** Points given as a number. */
        record OfField(String field) implements Item {}
    }

    public Score {
        sections = List.copyOf(sections);
    }

    public Stream<String> criteria() {
        return sections.stream()
                .flatMap(s -> s.items().stream())
                .flatMap(i -> i instanceof Item.Best b ? b.criteria().stream() : Stream.empty());
    }

    public Stream<String> fields() {
        return sections.stream()
                .flatMap(s -> s.items().stream())
                .flatMap(i -> i instanceof Item.OfField f ? Stream.of(f.field()) : Stream.empty());
    }
}
