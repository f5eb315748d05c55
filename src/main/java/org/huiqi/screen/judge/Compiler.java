package org.huiqi.screen.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Atom;
import org.huiqi.engine.AtomTests;
import org.huiqi.engine.Fact;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Stage;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.jspecify.annotations.Nullable;

/** A rule book as code for one list of firms on one day. What no column of the list can decide is folded. Not thread-safe: each thread compiles its own. */
final class Compiler {
    private static final int POINT_DECIMALS = 6;
    private final RuleBook book;
    private final LocalDate asOf;
    private final FieldSpace space;
    private final Map<String, AtomCode[]> atoms = new HashMap<>();
    private final String[] listTypes;
    private final AtomCode[][] listBounded;
    private final Map<String, StageCode> stages = new HashMap<>();
    private final Map<Integer, Values> values = new HashMap<>();
    private final List<Findings> findings = new ArrayList<>();
    private final List<Derived> derivations = new ArrayList<>();

    Compiler(RuleBook book, LocalDate asOf, Optional<Set<String>> answerable, Optional<Set<String>> lists) {
        this.book = book;
        this.asOf = asOf;
        this.space = new FieldSpace(book.dictionary(), answerable, lists);
        this.listTypes =
                book.dictionary().repeated().stream().map(FactType::name).toArray(String[]::new);
        atoms(book.dictionary().enterprise());
        book.dictionary().repeated().forEach(this::atoms);
        this.listBounded = new AtomCode[listTypes.length][];
        for (int t = 0; t < listTypes.length; t++) {
            listBounded[t] = bounded(listTypes[t]);
        }
        book.dictionary().enterprise().fields().stream().filter(Field::derived).forEach(this::derived);
    }

    private void atoms(FactType type) {
        atoms.put(
                type.name(),
                book.rules().atomsOf(type.name()).stream()
                        .map(a -> new AtomCode(a, type, this))
                        .toArray(AtomCode[]::new));
    }

    private AtomCode[] bounded(String type) {
        return java.util.Arrays.stream(atoms.get(type))
                .filter(a -> a.bounded() && !a.hopeless())
                .toArray(AtomCode[]::new);
    }

    private void derived(Field field) {
        Policy policy = book.findPolicy(field.from()).orElseThrow();
        int index = book.dictionary().enterprise().indexOf(field.name());
        List<AtomCode> readers = book.rules().atomsOf(Dictionary.ENTERPRISE).stream()
                .filter(a -> a.reads().stream().anyMatch(r -> r.field().equals(field)))
                .map(this::code)
                .toList();
        derivations.add(new Derived(index, stage(policy, policy.headline()), readers, this));
    }

    StageCode stage(Policy policy, String stage) {
        return stages.computeIfAbsent(
                policy.id() + " " + stage,
                s -> new StageCode(this, policy, policy.stages().get(stage)));
    }

    RuleBook book() {
        return book;
    }

    LocalDate asOf() {
        return asOf;
    }

    Dictionary dictionary() {
        return book.dictionary();
    }

    FieldSpace space() {
        return space;
    }

    List<Derived> derivations() {
        return derivations;
    }

    AtomCode code(Atom atom) {
        return atoms.get(atom.type())[atom.index()];
    }

    Fact blank() {
        Fact fact = book.compiled().newFact(Dictionary.ENTERPRISE);
        fact.setAsOf(asOf);
        return fact;
    }

    AtomCode[] enterpriseAtoms() {
        return atoms.get(Dictionary.ENTERPRISE);
    }

    AtomTests enterpriseTests() {
        return book.compiled().tests(Dictionary.ENTERPRISE).orElseThrow();
    }

    String[] listTypes() {
        return listTypes;
    }

    /** Position of a repeated type; -1 for the enterprise. */
    int position(String type) {
        return java.util.Arrays.asList(listTypes).indexOf(type);
    }

    AtomCode[] listAtoms(int type) {
        return atoms.get(listTypes[type]);
    }

    Optional<AtomTests> listTests(int type) {
        return book.compiled().tests(listTypes[type]);
    }

    AtomCode[] listBounded(int type) {
        return listBounded[type];
    }

    /** The field that policy.yaml names for a stage. */
    SubjectField field(Stage stage, String name) {
        FactType own = dictionary().get(stage.subject());
        FactType owner = own.find(name).isPresent() ? own : dictionary().enterprise();
        Field field = owner.get(name);
        return new SubjectField(
                field,
                position(owner.name()),
                owner.indexOf(name),
                space.field(owner, name),
                space.answerable(owner, field));
    }

    /** Shared by all stages: {@code number} tells those apart that a stage fills at once. */
    Findings findings(int number) {
        while (findings.size() <= number) {
            findings.add(new Findings(new Wants(space.size())));
        }
        return findings.get(number);
    }

    /** Shared by all stages; null for what is worked out, or said of an element. */
    @Nullable
    Values values(SubjectField field) {
        return field.type() >= 0 || field.field().derived() ? null : values.computeIfAbsent(field.index(), Values::new);
    }

    /** Points and fields of points have at most six decimals. */
    static long millionths(Object number) {
        BigDecimal exact = number instanceof BigDecimal d ? d : new BigDecimal(number.toString());
        return exact.movePointRight(POINT_DECIMALS).longValueExact();
    }
}
