package org.huiqi.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
        private static final Pattern YEARS = Pattern.compile("(\\d{4}){1,2}");
        private static final Pattern DATES = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}){1,2}");

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

        boolean current(LocalDate day) {
            if (YEARS.matcher(from + to).matches()) {
                return contains(day.getYear());
            }
            return !DATES.matcher(from + to).matches() || contains(day);
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

    /**
     * Is it one of those to be had on {@code day}? By its days; of its key, a year must be that of the day and a date range must hold it, while a
     * track is always to be had.
     */
    public boolean current(LocalDate day) {
        return current(day, key.keySet());
    }

    /** The same by some of its keys alone. */
    public boolean current(LocalDate day, Collection<String> keys) {
        return inForce(day)
                && key.entrySet().stream()
                        .filter(k -> keys.contains(k.getKey()))
                        .allMatch(k -> k.getValue().current(day));
    }

    /** Is {@code date} within its days? */
    public boolean inForce(LocalDate date) {
        return from.map(d -> !date.isBefore(d)).orElse(true)
                && to.map(d -> !date.isAfter(d)).orElse(true);
    }
}
