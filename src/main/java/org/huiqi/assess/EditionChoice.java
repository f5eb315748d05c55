package org.huiqi.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huiqi.policy.Edition;

/**
 * Which edition applies: by the policy's own key where it has one, by the as-of date only otherwise.
 *
 * @param edition the one that applies, or the likeliest while the key is unanswered; empty if none can
 * @param unanswered key fields that still decide which one applies
 */
public record EditionChoice(Optional<Edition> edition, List<String> unanswered) {

    /** Name of the edition, empty if there is none. */
    String name() {
        return edition.map(Edition::name).orElse("");
    }

    /** The same question answered with another edition. */
    EditionChoice as(Optional<Edition> other) {
        return new EditionChoice(other, List.of());
    }

    /** The same edition, tried while these keys are open. */
    EditionChoice open(List<String> keys) {
        return new EditionChoice(edition, keys);
    }

    boolean unconfirmed() {
        return edition.map(e -> !e.unconfirmed().isEmpty()).orElse(false);
    }

    /** The value of a key field, empty if unanswered. */
    public interface KeyValues extends Function<String, Optional<Object>> {}

    public static EditionChoice among(List<Edition> editions, KeyValues values, LocalDate asOf) {
        boolean keyed = editions.stream().anyMatch(e -> !e.key().isEmpty());
        return keyed
                ? byKey(editions, values, asOf)
                : new EditionChoice(
                        newest(editions.stream().filter(e -> e.inForce(asOf)).toList()), List.of());
    }

    private static EditionChoice byKey(List<Edition> editions, KeyValues values, LocalDate asOf) {
        List<Edition> candidates = editions.stream()
                .filter(e -> e.key().entrySet().stream().allMatch(k -> fits(k, values)))
                .toList();
        Stream<String> keys =
                candidates.stream().flatMap(e -> e.key().keySet().stream()).distinct();
        List<String> unanswered =
                keys.filter(k -> values.apply(k).isEmpty()).sorted().toList();
        return new EditionChoice(newest(likeliest(candidates, unanswered, asOf)), unanswered);
    }

    /** Whoever leaves a year open means the year of assessment: next year's notice is not tried on a firm of the year before. */
    private static List<Edition> likeliest(List<Edition> candidates, List<String> unanswered, LocalDate asOf) {
        return Stream.<Predicate<Edition>>of(e -> e.current(asOf, unanswered), e -> e.inForce(asOf))
                .map(likely -> candidates.stream().filter(likely).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(candidates);
    }

    private static boolean fits(Map.Entry<String, Edition.Range> key, KeyValues values) {
        return values.apply(key.getKey()).map(v -> key.getValue().contains(v)).orElse(true);
    }

    /** The one that began last; later in the file among equals. */
    private static Optional<Edition> newest(List<Edition> editions) {
        Edition newest = null;
        for (Edition edition : editions) {
            boolean later = newest == null
                    || !edition.from()
                            .orElse(LocalDate.MIN)
                            .isBefore(newest.from().orElse(LocalDate.MIN));
            newest = later ? edition : newest;
        }
        return Optional.ofNullable(newest);
    }
}
