package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.Edition;
import org.huiqi.policy.Policy;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/**
 * Answers that stand for all answers to a field: both truths, the words rules speak of and one they do not, and the figures below, at and above
 * what the field is compared with. Made once per rule book; thread-safe.
 */
final class Probes {
    private static final int MOST = 6;
    private static final BigDecimal MUCH = new BigDecimal("1000");
    private final Map<String, List<Reading>> readings = new HashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<String, Set<Integer>> classifying = new HashMap<>();
    private final Set<String> lookedUp = new LinkedHashSet<>();

    /** A test that reads a field. */
    record Reading(Atom atom, Ref ref) {}

    Probes(RuleBook book) {
        book.rules().atoms().values().forEach(atoms -> atoms.forEach(this::index));
        for (Policy policy : book.policies()) {
            for (Edition edition : policy.editions()) {
                edition.key()
                        .forEach((field, range) -> range.bounds()
                                .forEach(b -> keys.computeIfAbsent(field, f -> new LinkedHashSet<>())
                                        .add(b)));
            }
        }
        book.dictionary().enterprise().fields().stream()
                .filter(Field::derived)
                .forEach(f -> classifying.put(f.from(), tests(book, f.from())));
        book.dictionary().types().forEach(t -> t.lookups().forEach(l -> lookedUp.add(name(t.name(), l.by()))));
    }

    /** Positions of what a policy tests of the enterprise. */
    private static Set<Integer> tests(RuleBook book, String policy) {
        return book.criteriaOf(policy).stream()
                .flatMap(c -> Law.atoms(c.form()).stream())
                .filter(a -> a.type().equals(Dictionary.ENTERPRISE))
                .map(Atom::index)
                .collect(Collectors.toSet());
    }

    private void index(Atom atom) {
        for (Ref ref : atom.reads()) {
            String owner = ref.owner().isEmpty() ? atom.type() : ref.type();
            readings.computeIfAbsent(name(owner, ref.field().name()), f -> new ArrayList<>())
                    .add(new Reading(atom, ref));
        }
    }

    private static String name(String type, String field) {
        return type + "." + field;
    }

    /** Every test that reads the field. */
    List<Reading> readings(FactType type, Field field) {
        return readings.getOrDefault(name(type.name(), field.name()), List.of());
    }

    /**
     * Answers worth trying; at least one, in ascending order where there is one. Of many figures the field is compared with a few are taken, but
     * of the editions it chooses between every one: each may be the only one that counts.
     */
    List<Object> of(FieldPath path, Scene scene) {
        Field field = path.field().orElseThrow();
        List<Object> some = new ArrayList<>(thinned(all(path, scene)));
        keys(path, field).filter(k -> !some.contains(k)).forEach(some::add);
        return field.type().numeric() || field.type() == FieldType.DATE ? ordered(some.stream()) : some;
    }

    /** What tells the classes of a classification apart: the figures its own tests compare a field of the enterprise with. */
    List<Object> classifying(String policy, FieldPath path, Scene scene) {
        Field field = path.field().orElseThrow();
        if (!field.type().numeric() && field.type() != FieldType.DATE) {
            return all(path, scene);
        }
        Set<Integer> own = classifying.getOrDefault(policy, Set.of());
        return ordered(readings(path.type(), field).stream()
                .filter(r -> own.contains(r.atom().index()))
                .flatMap(r -> edges(r, path, scene)));
    }

    /** Every answer that stands for others, at least one. */
    List<Object> all(FieldPath path, Scene scene) {
        Field field = path.field().orElseThrow();
        return switch (field.type()) {
            case BOOLEAN -> List.of(true, false);
            case TEXT -> words(path, field, scene);
            case TEXTS -> lists(path, field, scene);
            case INTEGER, DECIMAL -> ordered(numbers(path, field, scene));
            case DATE -> ordered(days(path, field, scene));
        };
    }

    private Stream<Object> edges(FieldPath path, Field field, Scene scene) {
        return readings(path.type(), field).stream().flatMap(r -> edges(r, path, scene));
    }

    private static Stream<Object> edges(Reading r, FieldPath path, Scene scene) {
        return fact(r, path, scene).stream()
                .flatMap(f -> Edges.around(r.atom().condition(), r.ref(), scene.figures(f)).stream());
    }

    /** The fact the test is about: the element itself, or any that looks at the enterprise. */
    private static Optional<Fact> fact(Reading reading, FieldPath path, Scene scene) {
        return reading.ref().owner().isEmpty()
                ? scene.fact(path.type().name(), path.element())
                : scene.elements(reading.atom().type()).stream().findFirst();
    }

    private Stream<Object> keys(FieldPath path, Field field) {
        boolean named = path.type().name().equals(Dictionary.ENTERPRISE) || keys.containsKey(field.name());
        return named
                ? keys.getOrDefault(field.name(), Set.of()).stream().flatMap(b -> around(field, b))
                : Stream.empty();
    }

    private static Stream<Object> around(Field field, String bound) {
        Stream<Object> near = switch (field.type()) {
            case INTEGER, DECIMAL -> {
                BigDecimal at = new BigDecimal(bound);
                yield Stream.of(at.subtract(BigDecimal.ONE), at, at.add(BigDecimal.ONE));
            }
            case DATE -> Stream.of(LocalDate.parse(bound).minusDays(1), LocalDate.parse(bound));
            case BOOLEAN, TEXT, TEXTS -> Stream.of(bound);
        };
        return near.flatMap(v -> Values.fit(field, v).stream());
    }

    private List<Object> words(FieldPath path, Field field, Scene scene) {
        Set<Object> words = new LinkedHashSet<>();
        Stream.concat(edges(path, field, scene), keys(path, field)).forEach(words::add);
        if (field.choices().isEmpty()) {
            words.add("—");
        } else if (lookedUp.contains(name(path.type().name(), field.name()))) {
            words.addAll(field.choices());
        } else {
            field.choices().stream().filter(c -> !words.contains(c)).findFirst().ifPresent(words::add);
        }
        return new ArrayList<>(words);
    }

    private List<Object> lists(FieldPath path, Field field, Scene scene) {
        Set<Object> lists = new LinkedHashSet<>(List.of(List.of()));
        edges(path, field, scene).forEach(lists::add);
        return new ArrayList<>(lists);
    }

    private Stream<Object> numbers(FieldPath path, Field field, Scene scene) {
        List<Object> edges =
                Stream.concat(edges(path, field, scene), keys(path, field)).toList();
        BigDecimal low = field.min() == null ? BigDecimal.ZERO : field.min();
        BigDecimal high = field.max() == null ? low.add(MUCH) : field.max();
        return edges.isEmpty() ? Stream.of(low, high).flatMap(v -> Values.fit(field, v).stream()) : edges.stream();
    }

    private Stream<Object> days(FieldPath path, Field field, Scene scene) {
        List<Object> edges =
                Stream.concat(edges(path, field, scene), keys(path, field)).toList();
        return edges.isEmpty()
                ? Stream.of(scene.asOf().minusYears(2), scene.asOf().plusYears(2))
                        .flatMap(v -> Values.fit(field, v).stream())
                : edges.stream();
    }

    private static List<Object> ordered(Stream<Object> values) {
        return values.distinct().sorted(Comparator.comparing(Probes::order)).toList();
    }

    private static BigDecimal order(Object value) {
        return value instanceof LocalDate d ? BigDecimal.valueOf(d.toEpochDay()) : new BigDecimal(value.toString());
    }

    /** At most so many, evenly taken, with both ends. */
    private static List<Object> thinned(List<Object> values) {
        if (values.size() <= MOST) {
            return values;
        }
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            kept.add(values.get(i * (values.size() - 1) / (MOST - 1)));
        }
        return kept;
    }
}
