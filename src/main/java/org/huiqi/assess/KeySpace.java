package org.huiqi.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiqi.policy.Edition;
import org.huiqi.profile.Field;

/**
 * Every way the unanswered keys of a stage can still be answered, as far as its editions tell them apart: on, just below and just above each
 * bound, and something else for a text. Exact, since an edition changes only at its bounds.
 */
public final class KeySpace {
    private final Map<Map<String, Object>, Optional<Edition>> chosen = new LinkedHashMap<>();

    private KeySpace() {}

    /** {@code open}: the unanswered keys; {@code values}: the answered ones. */
    public static KeySpace of(
            List<Edition> editions,
            List<String> open,
            Function<String, Field> fields,
            EditionChoice.KeyValues values,
            LocalDate asOf) {
        List<Map<String, Object>> answers = List.of(Map.of());
        for (String key : open) {
            Set<Object> points = points(key, editions, fields.apply(key));
            answers = answers.stream()
                    .flatMap(a -> points.stream().map(p -> with(a, key, p)))
                    .toList();
        }
        KeySpace space = new KeySpace();
        answers.forEach(a -> space.chosen.put(
                a,
                EditionChoice.among(editions, k -> Optional.ofNullable(a.get(k)).or(() -> values.apply(k)), asOf)
                        .edition()));
        return space;
    }

    /** Every edition that may apply, and empty if it may be that none does. */
    public Set<Optional<Edition>> editions() {
        return new LinkedHashSet<>(chosen.values());
    }

    /** The keys of which some answer, all others staying as they are, changes what {@code outcome} says of the edition. */
    public List<String> deciding(List<String> open, Function<Optional<Edition>, String> outcome) {
        return open.stream().filter(key -> decides(key, outcome)).toList();
    }

    private boolean decides(String key, Function<Optional<Edition>, String> outcome) {
        Map<Map<String, Object>, String> first = new HashMap<>();
        return chosen.entrySet().stream().anyMatch(e -> {
            Map<String, Object> others = new HashMap<>(e.getKey());
            others.remove(key);
            String said = outcome.apply(e.getValue());
            return !first.computeIfAbsent(others, o -> said).equals(said);
        });
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(key, value);
        return more;
    }

    private static Set<Object> points(String key, List<Edition> editions, Field field) {
        Set<Object> points = new LinkedHashSet<>();
        editions.stream()
                .flatMap(e -> Stream.ofNullable(e.key().get(key)))
                .flatMap(Edition.Range::bounds)
                .flatMap(bound -> around(bound, field))
                .filter(p -> possible(p, field))
                .forEach(points::add);
        return points;
    }

    private static Stream<Object> around(String bound, Field field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> {
                BigDecimal at = new BigDecimal(bound);
                BigDecimal step = BigDecimal.ONE.movePointLeft(field.decimals());
                yield Stream.of(at.subtract(step), at, at.add(step));
            }
            case DATE -> {
                LocalDate at = LocalDate.parse(bound);
                yield field.month()
                        ? Stream.of(
                                at.withDayOfMonth(1).minusMonths(1),
                                at.withDayOfMonth(1),
                                at.withDayOfMonth(1).plusMonths(1))
                        : Stream.of(at.minusDays(1), at, at.plusDays(1));
            }
            case BOOLEAN -> Stream.of(true, false);
            case TEXT, TEXTS ->
                field.choices().isEmpty() ? Stream.of(bound, "\0") : new ArrayList<Object>(field.choices()).stream();
        };
    }

    private static boolean possible(Object value, Field field) {
        return !(value instanceof BigDecimal number)
                || (field.min() == null || number.compareTo(field.min()) >= 0)
                        && (field.max() == null || number.compareTo(field.max()) <= 0);
    }
}
