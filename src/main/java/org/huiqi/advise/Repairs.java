package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.Questions;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Form;
import org.huiqi.engine.Law;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Change;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** Single changes that make a criterion come out as wanted, for one verdict. Not thread-safe. */
final class Repairs {
    private static final int MOST_PER_TEST = 3;
    private static final int MOST_AT_ONCE = 12;
    private final Assessor assessor;
    private final Supplier<Probes> probes;
    private final Verdict verdict;
    private final Set<String> keys;

    Repairs(Assessor assessor, Supplier<Probes> probes, Verdict verdict) {
        this.assessor = assessor;
        this.probes = probes;
        this.verdict = verdict;
        this.keys = new LinkedHashSet<>();
        assessor.book()
                .findPolicy(verdict.policy())
                .ifPresent(p -> p.editionsOf(verdict.stage())
                        .forEach(e -> keys.addAll(e.key().keySet())));
    }

    /** The attempt taken further until the goal is reached, in several ways; itself if it is reached already; none if there is no way. */
    List<Attempt> reach(Attempt attempt, Goal goal) {
        Scene scene = attempt.scene();
        Criterion criterion = assessor.book().getCriterion(goal.criterion());
        if (criterion.form() instanceof Form.OnFact f
                && scene.elements(f.type()).isEmpty()) {
            return List.of(); // nobody answered the list it speaks of
        }
        Truth truth = scene.law().truth(criterion, subject(scene));
        if (truth == goal.wanted() || truth == Truth.REVIEW && goal.wanted() == Truth.MET) {
            return List.of(attempt);
        }
        boolean met = goal.wanted() == Truth.MET;
        if (criterion.form() instanceof Form.OnFact f) {
            int element = Law.element(f.type(), subject(scene));
            return met ? hold(attempt, f.atoms(), element) : breakOne(attempt, f.atoms(), element);
        }
        if (criterion.form() instanceof Form.Quantified q) {
            int size = scene.elements(q.type()).size();
            return met != q.negated() ? some(attempt, q, size) : all(attempt, q, size);
        }
        return List.of(); // no rule counts so far, and what a person judged stays judged
    }

    private Law.Subject subject(Scene scene) {
        int index = scene.index(verdict.subjectType(), verdict.subject()).orElse(0);
        return new Law.Subject(verdict.subjectType(), index, verdict.subject());
    }

    private List<Attempt> some(Attempt attempt, Form.Quantified q, int size) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            attempts.addAll(hold(attempt, q.atoms(), i));
        }
        return attempts;
    }

    private List<Attempt> all(Attempt attempt, Form.Quantified q, int size) {
        List<Attempt> attempts = List.of(attempt);
        for (int i = 0; i < size; i++) {
            int element = i;
            attempts = limited(attempts.stream().flatMap(a -> breakOne(a, q.atoms(), element).stream()));
        }
        return attempts;
    }

    private List<Attempt> hold(Attempt attempt, List<Atom> atoms, int element) {
        List<Attempt> attempts = List.of(attempt);
        for (Atom atom : atoms) {
            attempts = limited(attempts.stream().flatMap(a -> turn(a, atom, element, true).stream()));
        }
        return attempts;
    }

    private List<Attempt> breakOne(Attempt attempt, List<Atom> atoms, int element) {
        return limited(atoms.stream().flatMap(a -> turn(attempt, a, element, false).stream()));
    }

    private static List<Attempt> limited(Stream<Attempt> attempts) {
        return attempts.limit(MOST_AT_ONCE).toList();
    }

    /** Makes one test hold, or fail. */
    private List<Attempt> turn(Attempt attempt, Atom atom, int element, boolean holds) {
        Scene scene = attempt.scene();
        if (scene.law().truth(atom, element) == Truth.of(holds)) {
            return List.of(attempt);
        }
        Fact fact = scene.elements(atom.type()).get(element);
        List<Move> moves = new ArrayList<>();
        atom.condition().refs().distinct().forEach(ref -> moves.addAll(moves(attempt, scene, atom, ref, fact, holds)));
        return moves.stream()
                .map(attempt::with)
                .filter(a -> a.scene().law().truth(atom, element) == Truth.of(holds))
                .toList();
    }

    private List<Move> moves(Attempt attempt, Scene scene, Atom atom, Ref ref, Fact fact, boolean holds) {
        if (ref.given()) {
            return moves(
                    attempt, scene, FieldPath.asOf(assessor.book().dictionary()), days(atom, ref, scene, fact, holds));
        }
        if (ref.field().derived()) {
            return Questions.of(assessor.book(), ref.field().from()).stream()
                    .map(q -> FieldPath.ofEnterprise(assessor.book().dictionary(), q.field()))
                    .flatMap(p -> moves(attempt, scene, p, probes.get().of(p, scene)).stream())
                    .toList();
        }
        FieldPath path = path(atom, ref, fact);
        boolean row = !path.field().orElseThrow().name().equals(ref.field().name());
        Stream<Object> values = row
                ? List.<Object>copyOf(path.field().orElseThrow().choices()).stream()
                : candidates(atom.condition(), ref, scene.figures(fact))
                        .filter(v -> scene.figures(fact)
                                .with(ref, v)
                                .holds(atom.condition())
                                .equals(Optional.of(holds)));
        return moves(attempt, scene, path, values.toList());
    }

    private static List<Object> days(Atom atom, Ref ref, Scene scene, Fact fact, boolean holds) {
        return Edges.around(atom.condition(), ref, scene.figures(fact)).stream()
                .filter(v ->
                        scene.figures(fact).with(ref, v).holds(atom.condition()).equals(Optional.of(holds)))
                .toList();
    }

    /** Where the condition turns; of what has no order every word, and of a list the list with the word or without it. */
    private static Stream<Object> candidates(Condition condition, Ref ref, Figures figures) {
        Field field = ref.field();
        Stream<Object> edges = Edges.around(condition, ref, figures).stream();
        return switch (field.type()) {
            case BOOLEAN -> Stream.of(true, false);
            case TEXT -> Stream.concat(edges, field.choices().stream());
            case TEXTS -> edges.flatMap(e -> lists(figures.values().apply(ref), (List<?>) e));
            case INTEGER, DECIMAL, DATE -> edges;
        };
    }

    private static Stream<Object> lists(Optional<Object> now, List<?> member) {
        Set<Object> with = new LinkedHashSet<>(now.map(n -> (List<?>) n).orElse(List.of()));
        Set<Object> without = new LinkedHashSet<>(with);
        with.addAll(member);
        without.removeAll(member);
        return Stream.of(List.copyOf(with), List.copyOf(without));
    }

    private FieldPath path(Atom atom, Ref ref, Fact fact) {
        FactType own = assessor.book().dictionary().get(atom.type());
        Optional<FactType.Lookup> lookup =
                own.lookups().stream().filter(l -> l.name().equals(ref.owner())).findFirst();
        if (lookup.isPresent()) {
            return new FieldPath(own, fact.key(), own.find(lookup.get().by()));
        }
        FactType owner =
                ref.owner().isEmpty() ? own : assessor.book().dictionary().get(ref.type());
        String element = ref.owner().isEmpty() ? fact.key() : "";
        return new FieldPath(
                owner,
                owner.list().isEmpty() ? "" : element,
                owner.find(ref.field().name()));
    }

    /** The nearest of these values that the field may be changed to. */
    private List<Move> moves(Attempt attempt, Scene scene, FieldPath path, List<Object> values) {
        Field field = path.field().orElseThrow();
        Optional<Object> now = path.isAsOf() ? Optional.of(scene.asOf()) : path.find(attempt.profile());
        boolean silent = now.isEmpty()
                || attempt.find(path).filter(m -> m.kind() == Move.Kind.ANSWER).isPresent();
        if (field.reviewer() || field.derived() || !silent && keys.contains(field.name())) {
            return List.of();
        }
        Move.Kind kind = silent ? Move.Kind.ANSWER : field.change() == Change.TIME ? Move.Kind.TIME : Move.Kind.ACT;
        return values.stream()
                .filter(v -> silent || allowed(field, now.orElseThrow(), v))
                .filter(v -> !now.equals(Optional.of(v)))
                .sorted(Comparator.comparing(v -> distance(now, v)))
                .limit(field.type() == FieldType.TEXT ? MOST_PER_TEST : 1)
                .map(v -> new Move(path, now, v, kind))
                .toList();
    }

    /** May the fact behind the field become this, from what it is? */
    static boolean allowed(Field field, Object now, Object value) {
        int direction = compare(value, now);
        return switch (field.change()) {
            case ACT -> true;
            case UP, TIME -> direction > 0;
            case DOWN -> direction < 0;
            case NEVER -> false;
        };
    }

    private static int compare(Object a, Object b) {
        return a instanceof LocalDate day
                ? day.compareTo((LocalDate) b)
                : a instanceof Number ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) : 0;
    }

    private static BigDecimal distance(Optional<Object> now, Object value) {
        if (value instanceof Number) {
            BigDecimal from = now.map(n -> new BigDecimal(n.toString())).orElse(BigDecimal.ZERO);
            return new BigDecimal(value.toString()).subtract(from).abs();
        }
        return value instanceof LocalDate day && now.orElse(day) instanceof LocalDate from
                ? BigDecimal.valueOf(Math.abs(day.toEpochDay() - from.toEpochDay()))
                : BigDecimal.ZERO;
    }

    /** Facts that a criterion reads and that stand in its way for good. */
    List<FieldPath> fixed(Attempt attempt, Goal goal) {
        Scene scene = attempt.scene();
        Criterion criterion = assessor.book().getCriterion(goal.criterion());
        List<FieldPath> fixed = new ArrayList<>();
        for (Atom atom : Law.atoms(criterion.form())) {
            List<Fact> elements = scene.elements(atom.type());
            int element = Law.element(atom.type(), subject(scene));
            if (element < elements.size()) {
                atom.reads().stream()
                        .filter(r -> !r.field().derived())
                        .map(r -> path(atom, r, elements.get(element)))
                        .filter(p -> p.answered(attempt.profile()))
                        .filter(p -> p.field().orElseThrow().change() != Change.ACT)
                        .forEach(fixed::add);
            }
        }
        return fixed.stream().distinct().toList();
    }
}
