package org.huiqi.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Possible;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;

/**
 * The three-valued law that turns what an evaluator says of atoms into the truth of a criterion: per element the atoms join by Kleene
 * <i>and</i>, over elements {@code exists}, {@code not} and counts fold by Kleene, and whatever is silent stays unknown. Shared by both
 * evaluators; looks at one profile. Not thread-safe.
 */
public final class Law {
    private final ParsedRules rules;
    private final Facts facts;
    private final AtomTruths truths;

    public Law(ParsedRules rules, Facts facts, AtomTruths truths) {
        this.rules = rules;
        this.facts = facts;
        this.truths = truths;
    }

    /** The element a criterion on a repeated type speaks of. */
    public record Subject(String type, int index, String key) {
        public static final Subject ENTERPRISE = new Subject(Dictionary.ENTERPRISE, 0, "");
    }

    /** The truth of a criterion for a subject. */
    public Truth truth(Criterion criterion, Subject subject) {
        Form form = criterion.form();
        if (form instanceof Form.OnFact f) {
            return conjunction(f.atoms(), element(f.type(), subject));
        }
        if (form instanceof Form.Quantified q) {
            Truth some = exists(q.type(), q.atoms());
            return q.negated() ? some.not() : some;
        }
        if (form instanceof Form.Count c) {
            return count(c);
        }
        return facts.profile()
                .findReview(criterion.id(), subject.key())
                .map(r -> Truth.of(r.met()))
                .orElse(Truth.REVIEW);
    }

    /** Paths of the unanswered fields that keep a criterion unknown, in reading order. */
    public Set<String> missing(Criterion criterion, Subject subject) {
        return missing(criterion, subject, truth(criterion, subject));
    }

    /** The same where its truth was worked out already. */
    public Set<String> missing(Criterion criterion, Subject subject, Truth truth) {
        Set<String> missing = new LinkedHashSet<>();
        if (truth == Truth.UNKNOWN) {
            Form form = criterion.form();
            if (form instanceof Form.OnFact f) {
                missing(f.atoms(), element(f.type(), subject), missing);
            } else if (form instanceof Form.Quantified q) {
                missing(q.type(), q.atoms(), missing);
            } else if (form instanceof Form.Count c) {
                missing(c.type(), c.atoms(), missing);
            }
        }
        return missing;
    }

    /**
     * What keeps a criterion from an answer although nobody can answer more: a test that failed, a table without the figure.
     *
     * @param missing what {@link #missing} says of it
     */
    public Optional<String> fault(Criterion criterion, Subject subject, Truth truth, Set<String> missing) {
        Optional<String> failed = failed(criterion, subject);
        boolean stuck = failed.isEmpty() && truth == Truth.UNKNOWN && missing.isEmpty();
        return stuck ? unanswerable(criterion, subject) : failed;
    }

    private Optional<String> unanswerable(Criterion criterion, Subject subject) {
        List<Atom> atoms = atoms(criterion.form());
        for (Atom atom : atoms) {
            List<Fact> elements = facts.find(atom.type()).orElse(List.of());
            for (int i = 0; i < elements.size(); i++) {
                boolean speaks = !(criterion.form() instanceof Form.OnFact) || i == element(atom.type(), subject);
                Fact fact = elements.get(i);
                Optional<Ref> empty = atom.reads().stream()
                        .filter(r -> speaks && find(r, fact).isEmpty())
                        .findFirst();
                if (empty.isPresent()) {
                    return empty.map(r -> r.path() + " 没有数据 (no figure to be had)");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> failed(Criterion criterion, Subject subject) {
        List<Atom> atoms = atoms(criterion.form());
        for (Atom atom : atoms) {
            int size = facts.find(atom.type()).map(List::size).orElse(0);
            for (int i = 0; i < size; i++) {
                boolean speaks = !(criterion.form() instanceof Form.OnFact) || i == element(atom.type(), subject);
                if (speaks && truths.of(atom, i) == AtomTests.FAULT) {
                    return Optional.of(atom.source());
                }
            }
        }
        return Optional.empty();
    }

    public static List<Atom> atoms(Form form) {
        if (form instanceof Form.OnFact f) {
            return f.atoms();
        }
        if (form instanceof Form.Quantified q) {
            return q.atoms();
        }
        return form instanceof Form.Count c ? c.atoms() : List.of();
    }

    /** The truth of one atom for one element, decided early where bounds suffice. */
    public Truth truth(Atom atom, int element) {
        return switch (truths.of(atom, element)) {
            case AtomTests.MET -> Truth.MET;
            case AtomTests.UNMET -> Truth.UNMET;
            case AtomTests.UNKNOWN ->
                early(atom, facts.find(atom.type()).orElseThrow().get(element));
            default -> Truth.UNKNOWN;
        };
    }

    /** Position of the subject's own fact among the elements of {@code type}. */
    public static int element(String type, Subject subject) {
        return type.equals(subject.type()) ? subject.index() : 0;
    }

    private Truth conjunction(List<Atom> atoms, int element) {
        Truth all = Truth.MET;
        for (Atom atom : atoms) {
            all = all.and(truth(atom, element));
        }
        return all;
    }

    private Truth exists(String type, List<Atom> atoms) {
        Optional<List<Fact>> elements = facts.find(type);
        if (elements.isEmpty()) {
            return Truth.UNKNOWN;
        }
        Truth some = Truth.UNMET;
        for (int i = 0; i < elements.get().size(); i++) {
            some = some.or(conjunction(atoms, i));
        }
        return some;
    }

    private Truth count(Form.Count c) {
        Optional<List<Fact>> elements = facts.find(c.type());
        if (elements.isEmpty()) {
            return Truth.UNKNOWN;
        }
        long least = 0;
        long most = 0;
        for (int i = 0; i < elements.get().size(); i++) {
            Truth truth = conjunction(c.atoms(), i);
            least += truth == Truth.MET ? 1 : 0;
            most += truth == Truth.UNMET ? 0 : 1;
        }
        return everywhere(c, least, most);
    }

    private static Truth everywhere(Form.Count c, long least, long most) {
        boolean first = compare(least, c.operator(), c.bound());
        for (long n = least + 1; n <= most; n++) {
            if (compare(n, c.operator(), c.bound()) != first) {
                return Truth.UNKNOWN;
            }
        }
        return Truth.of(first);
    }

    /** {@code n operator bound} on whole numbers. */
    public static boolean compare(long n, String operator, long bound) {
        return switch (operator) {
            case "==" -> n == bound;
            case "!=" -> n != bound;
            case "<" -> n < bound;
            case "<=" -> n <= bound;
            case ">" -> n > bound;
            case ">=" -> n >= bound;
            default -> throw new IllegalArgumentException("no comparison " + operator);
        };
    }

    private Truth early(Atom atom, Fact fact) {
        List<Ref> reads = atom.reads();
        List<Ref> open = reads.stream().filter(r -> find(r, fact).isEmpty()).toList();
        if (open.size() == 1 && open.get(0).field().derived()) {
            return Possible.decide(
                    atom.condition(), facts.possible(open.get(0).field().name()));
        }
        boolean someKnown = reads.size() > 1 && open.size() < reads.size();
        return someKnown ? Bounds.decide(atom.condition(), ref -> range(ref, fact)) : Truth.UNKNOWN;
    }

    private Interval range(Ref ref, Fact fact) {
        Object value = find(ref, fact).orElse(null);
        if (value instanceof BigDecimal number) {
            return Interval.point(number);
        }
        return value instanceof Integer number
                ? Interval.point(new BigDecimal(number))
                : new Interval(ref.field().min(), ref.field().max());
    }

    /** The value behind a reference, empty if unanswered. */
    public Optional<Object> find(Ref ref, Fact fact) {
        Fact owner = ref.owner().isEmpty() ? fact : fact.reference(ref.owner());
        if (owner == null) {
            return Optional.empty();
        }
        return ref.given()
                ? Optional.of(facts.asOf())
                : Optional.ofNullable(
                        owner.get(type(ref.type()).indexOf(ref.field().name())));
    }

    private FactType type(String name) {
        return rules.dictionary()
                .find(name)
                .orElseGet(() -> rules.findSheet(name).orElseThrow().type());
    }

    private void missing(String type, List<Atom> atoms, Set<String> missing) {
        Optional<List<Fact>> elements = facts.find(type);
        if (elements.isEmpty()) {
            missing.add(rules.dictionary().get(type).list());
            return;
        }
        for (int i = 0; i < elements.get().size(); i++) {
            missing(atoms, i, missing);
        }
    }

    private void missing(List<Atom> atoms, int element, Set<String> missing) {
        if (conjunction(atoms, element) != Truth.UNKNOWN) {
            return;
        }
        for (Atom atom : atoms) {
            if (truth(atom, element) == Truth.UNKNOWN) {
                missing.addAll(missing(
                        atom.reads(),
                        type(atom.type()),
                        facts.find(atom.type()).orElseThrow().get(element)));
            }
        }
    }

    /** Paths of those of {@code reads} that are unanswered. */
    public List<String> missing(List<Ref> reads, FactType type, Fact fact) {
        List<String> paths = new ArrayList<>();
        reads.stream().filter(ref -> find(ref, fact).isEmpty()).forEach(ref -> paths.addAll(paths(ref, type, fact)));
        return paths;
    }

    /** A row of a table is found by the field it is looked up with, so that field is what a user can answer. */
    private List<String> paths(Ref ref, FactType type, Fact fact) {
        Optional<FactType.Lookup> lookup = type.lookups().stream()
                .filter(l -> l.name().equals(ref.owner()))
                .findFirst();
        if (lookup.isPresent()) {
            Field by = type.get(lookup.get().by());
            return fact.answered(type.indexOf(by.name())) ? List.of() : path(by, type, fact);
        }
        Fact owner = ref.owner().isEmpty() ? fact : fact.reference(ref.owner());
        return path(ref.field(), type(ref.type()), owner == null ? fact : owner);
    }

    private List<String> path(Field field, FactType type, Fact owner) {
        return field.derived()
                ? facts.missingBehind(field.name())
                : List.of(Profile.path(type, owner.key(), field.name()));
    }
}
