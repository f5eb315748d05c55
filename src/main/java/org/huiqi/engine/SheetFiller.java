package org.huiqi.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.Profile;

/** Fills the sheets of an amount with the direct evaluator. Not thread-safe: one per assessment. */
public final class SheetFiller {
    private final CompiledRules compiled;
    private final Facts facts;
    private final Sheet sheet;
    private final Function<String, Entitlement> entitlements;
    private final Map<Fact, Map<String, Filled>> filled = new IdentityHashMap<>();
    private final Map<Fact, List<String>> unclear = new IdentityHashMap<>();

    /** {@code entitlements}: by key of the element a sheet is about. */
    public SheetFiller(CompiledRules compiled, Facts facts, Sheet sheet, Function<String, Entitlement> entitlements) {
        this.compiled = compiled;
        this.facts = facts;
        this.sheet = sheet;
        this.entitlements = entitlements;
    }

    /**
     * One figure of one sheet.
     *
     * @param value empty if it cannot be said
     * @param step what gave it
     * @param missing paths of the fields it needs
     * @param fault why nothing gave it although nothing is missing
     */
    public record Filled(
            Field figure,
            Optional<BigDecimal> value,
            Optional<Step> step,
            List<String> missing,
            Optional<String> fault) {}

    /** A sheet as a fact, and its figures in the order of the declaration. */
    public record FilledSheet(Fact fact, List<Filled> figures) {}

    /** Blank sheets with their entitlement set, for the reference to fill. */
    public List<Fact> blank() {
        List<Fact> sheets = new ArrayList<>();
        for (SheetChain.Link link : new SheetChain(compiled, facts, sheet).blank()) {
            Fact blank = link.sheet();
            unclear.put(blank, link.unclear());
            entitlements
                    .apply(blank.key())
                    .value()
                    .ifPresent(v -> blank.set(sheet.type().indexOf(Sheet.ENTITLED), v));
            sheets.add(blank);
        }
        return sheets;
    }

    public List<FilledSheet> fill() {
        List<FilledSheet> all = new ArrayList<>();
        for (Fact fact : blank()) {
            all.add(fill(fact));
        }
        return all;
    }

    private FilledSheet fill(Fact fact) {
        Map<String, Filled> figures = new LinkedHashMap<>();
        filled.put(fact, figures);
        for (Step step : sheet.steps()) {
            if (!figures.containsKey(step.target())) {
                figures.put(step.target(), figure(step.target(), fact));
            }
        }
        List<Filled> declared = new ArrayList<>(figures.size());
        for (Field field : sheet.type().fields()) {
            Filled figure = figures.get(field.name());
            if (figure != null) {
                declared.add(figure);
            }
        }
        return new FilledSheet(fact, declared);
    }

    private Filled figure(String target, Fact fact) {
        List<Step> taken = new ArrayList<>(1);
        Set<String> missing = new LinkedHashSet<>();
        byte[] truths = test(fact);
        for (Step step : sheet.steps()) {
            if (step.target().equals(target) && open(step, truths)) {
                boolean waits = waits(step, truths, fact, missing);
                if (!waits && applies(step, truths)) {
                    taken.add(step);
                }
            }
        }
        Field field = sheet.type().get(target);
        boolean settled = taken.size() == 1 && missing.isEmpty();
        return settled ? value(field, taken.get(0), fact) : without(field, taken, missing);
    }

    private static Filled without(Field field, List<Step> taken, Set<String> missing) {
        if (taken.size() > 1) {
            return new Filled(
                    field,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(
                            "steps contradict: " + taken.stream().map(Step::id).toList()));
        }
        Optional<String> fault = missing.isEmpty() ? Optional.of("no step covers this case") : Optional.empty();
        return new Filled(field, Optional.empty(), Optional.empty(), List.copyOf(missing), fault);
    }

    private Filled value(Field field, Step step, Fact fact) {
        try {
            Object value = compiled.steps(sheet).value(sheet.steps().indexOf(step), fact);
            fact.set(sheet.type().indexOf(field.name()), value);
            return new Filled(
                    field,
                    Optional.of(value instanceof BigDecimal exact ? exact : new BigDecimal(String.valueOf(value))),
                    Optional.of(step),
                    List.of(),
                    Optional.empty());
        } catch (Exception e) {
            return new Filled(field, Optional.empty(), Optional.of(step), List.of(), Optional.of(step.id() + ": " + e));
        }
    }

    private byte[] test(Fact fact) {
        List<Atom> atoms = compiled.rules().atomsOf(sheet.type().name());
        byte[] truths = new byte[atoms.size()];
        compiled.tests(sheet.type().name()).ifPresent(t -> t.test(fact, truths));
        return truths;
    }

    /** May this step still apply: no test of it is known to fail. */
    private static boolean open(Step step, byte[] truths) {
        for (Atom atom : step.atoms()) {
            if (truths[atom.index()] == AtomTests.UNMET) {
                return false;
            }
        }
        return true;
    }

    private static boolean applies(Step step, byte[] truths) {
        for (Atom atom : step.atoms()) {
            if (truths[atom.index()] != AtomTests.MET) {
                return false;
            }
        }
        return true;
    }

    /** Adds what a step waits for: the fields of its tests first, and only then those of its expression. Does it wait for anything? */
    private boolean waits(Step step, byte[] truths, Fact fact, Set<String> missing) {
        Set<String> needs = new LinkedHashSet<>();
        boolean previous = false;
        for (Atom atom : step.atoms()) {
            if (truths[atom.index()] == AtomTests.UNKNOWN) {
                atom.reads().forEach(ref -> needs(ref, fact, needs));
                previous |= atom.condition() instanceof Condition.HasPrevious;
            }
        }
        needs.addAll(previous ? unclear.getOrDefault(fact, List.of()) : List.of());
        if (needs.isEmpty()) {
            step.expression().refs().forEach(ref -> needs(ref, fact, needs));
        }
        missing.addAll(needs);
        return !needs.isEmpty();
    }

    private void needs(Ref ref, Fact fact, Set<String> needs) {
        Fact owner = ref.owner().isEmpty() ? fact : fact.reference(ref.owner());
        if (owner == null) {
            needs.addAll(unclear.getOrDefault(fact, List.of()));
            return;
        }
        if (ref.given()) {
            return;
        }
        boolean own = ref.type().equals(sheet.type().name());
        FactType type = own ? sheet.type() : compiled.rules().dictionary().get(ref.type());
        if (!owner.answered(type.indexOf(ref.field().name()))) {
            needs.addAll(own ? behind(ref.field(), owner) : answerable(ref.field(), type, owner));
        }
    }

    private List<String> answerable(Field field, FactType type, Fact owner) {
        return field.derived()
                ? facts.missingBehind(field.name())
                : List.of(Profile.path(type, owner.key(), field.name()));
    }

    /** What an open figure of a sheet waits for itself. */
    private List<String> behind(Field figure, Fact owner) {
        if (figure.name().equals(Sheet.ENTITLED)) {
            return entitlements.apply(owner.key()).missing();
        }
        Filled ingredient = filled.getOrDefault(owner, Map.of()).get(figure.name());
        boolean silent = ingredient == null || ingredient.missing().isEmpty();
        return silent ? List.of(figure.name()) : ingredient.missing();
    }
}
