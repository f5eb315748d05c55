package org.huiqi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list year or notice: which rules count when.
 *
 * @param key the policy's own key; empty if the as-of date chooses
 * @param stages stages it speaks of; empty: all
 * @param from first day, included
 * @param to last day, included
 * @param unconfirmed why it answers at best REVIEW; empty if confirmed
 * @param information why it only informs; empty if it judges
 */
public record Edition(
        String name,
        Map<String, Range> key,
        List<String> stages,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<String> documents,
        String unconfirmed,
        List<String> warnings,
        String information,
        int line) {

    /**
     * Values of a key field, both ends included.
     *
     * @param from least value or empty; equal to {@code to} for a single value
     * @param to greatest value or empty
     */
    public record Range(String from, String to) {
        public boolean contains(Object value) {
            return (from.isEmpty() || compare(value, from) >= 0) && (to.isEmpty() || compare(value, to) <= 0);
        }

        /** The ends that are given. */
        public Stream<String> bounds() {
            return Stream.of(from, to).filter(b -> !b.isEmpty());
        }

        public boolean single() {
            return from.equals(to);
        }

        private static int compare(Object value, String bound) {
            if (value instanceof Number n) {
                return new java.math.BigDecimal(n.toString()).compareTo(new java.math.BigDecimal(bound));
            }
            return value.toString().compareTo(bound);
        }
    }

    public Edition {
        key = Map.copyOf(key);
        stages = List.copyOf(stages);
        documents = List.copyOf(documents);
        warnings = List.copyOf(warnings);
    }

    public boolean speaksOf(String stage) {
        return stages.isEmpty() || stages.contains(stage);
    }

    /** Is {@code date} within its days? */
    public boolean inForce(LocalDate date) {
        return from.map(d -> !date.isBefore(d)).orElse(true)
                && to.map(d -> !date.isAfter(d)).orElse(true);
    }
}
