package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.policy.Kind;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Profile;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Adds up what policies are worth, and finds the best lawful combination where they exclude each other. Thread-safe. */
public final class Money {
    private static final BigDecimal WAN = new BigDecimal("10000");
    private static final Interval NOTHING = Interval.point(BigDecimal.ZERO);
    private final Assessor assessor;

    public Money(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * @param asOf date of assessment; a date in the profile wins over it
     * @param policies ids; empty: all
     */
    public Purse of(Profile profile, LocalDate asOf, Set<String> policies) {
        Map<String, PolicyAssessment> found = assess(profile, asOf, policies, false);
        Map<String, PolicyAssessment> assumed = assess(profile, asOf, policies, true);
        List<Worth> worths = assessor.book().policies().stream()
                .filter(p -> found.containsKey(p.id()) && pays(p))
                .flatMap(p -> worth(p, found.get(p.id()), assumed.get(p.id())).stream())
                .toList();
        List<Choice> choices = choices(worths);
        Set<String> chosen =
                choices.stream().flatMap(c -> c.best().givenUp().stream()).collect(Collectors.toSet());
        return new Purse(
                worths,
                sum(worths.stream().filter(w -> w.standing() != Worth.Standing.POSSIBLE)),
                sum(worths.stream().filter(w -> !chosen.contains(w.policy()))),
                choices);
    }

    private Map<String, PolicyAssessment> assess(
            Profile profile, LocalDate asOf, Set<String> policies, boolean assume) {
        return assessor.assess(profile, new Assessor.Request(asOf, policies, assume, Lang.ZH)).policies().stream()
                .collect(Collectors.toMap(PolicyAssessment::policy, Function.identity()));
    }

    /** A classification may compute how far it is to the next class, which is no money. */
    private static boolean pays(Policy policy) {
        return policy.amount().isPresent() && policy.kind() != Kind.CLASSIFICATION;
    }

    static Interval sum(Stream<Worth> worths) {
        return worths.map(Worth::yuan).reduce(NOTHING, Interval::plus);
    }

    /** Empty if the verdicts say no. */
    private Optional<Worth> worth(Policy policy, PolicyAssessment found, PolicyAssessment assumed) {
        String stage = policy.amount().orElseThrow().stage();
        List<Verdict> behind = found.ofStage(stage.isEmpty() ? policy.headline() : stage);
        Set<Outcome> outcomes = behind.stream().map(Verdict::outcome).collect(Collectors.toSet());
        if (outcomes.contains(Outcome.ELIGIBLE) || outcomes.contains(Outcome.RESULT)) {
            return worth(policy, Worth.Standing.ENTITLED, found);
        }
        if (outcomes.contains(Outcome.REVIEW)) {
            return worth(policy, Worth.Standing.UNDER_REVIEW, found);
        }
        boolean open = outcomes.contains(Outcome.INCOMPLETE) || passedOver(found);
        return open ? worth(policy, Worth.Standing.POSSIBLE, assumed) : Optional.empty();
    }

    /** The policy itself says yes, only the periods say that another was chosen. */
    private static boolean passedOver(PolicyAssessment found) {
        return found.ofStage(found.headline()).stream()
                .anyMatch(v -> v.outcome() == Outcome.ELIGIBLE || v.outcome() == Outcome.REVIEW);
    }

    private Optional<Worth> worth(Policy policy, Worth.Standing standing, PolicyAssessment assessment) {
        return assessment.amount().flatMap(amount -> {
            List<Figure> figures = benefits(amount);
            Optional<Figure> first = figures.stream().findFirst();
            Set<String> missing = new LinkedHashSet<>();
            figures.forEach(f -> missing.addAll(f.missing()));
            amount.totals().stream()
                    .filter(t -> t.figure().equals(amount.benefit()))
                    .forEach(t -> missing.addAll(t.missing()));
            Interval yuan = figures.isEmpty() && missing.isEmpty() ? NOTHING : yuan(figures);
            String label = first.map(Figure::label)
                    .orElseGet(() -> amount.totals().stream()
                            .filter(t -> t.figure().equals(amount.benefit()))
                            .map(Amount.Total::label)
                            .findFirst()
                            .orElse(amount.benefit()));
            return Optional.of(new Worth(policy.id(), standing, amount.benefit(), label, yuan, List.copyOf(missing)));
        });
    }

    private static List<Figure> benefits(Amount amount) {
        return amount.sheets().stream()
                .flatMap(s -> s.figures().stream())
                .filter(f -> f.name().equals(amount.benefit()))
                .toList();
    }

    /** Every part that is known, and no upper end while some part is not; without any part nothing is known. */
    private static Interval yuan(List<Figure> figures) {
        BigDecimal known = BigDecimal.ZERO;
        boolean whole = !figures.isEmpty();
        for (Figure figure : figures) {
            known = known.add(figure.value().map(v -> yuan(v, figure.unit())).orElse(BigDecimal.ZERO));
            whole &= figure.value().isPresent();
        }
        return new Interval(known, whole ? known : null);
    }

    private static BigDecimal yuan(BigDecimal value, String unit) {
        return unit.equals("万元") ? value.multiply(WAN) : value;
    }

    // ---- the choice between policies that exclude each other

    private List<Choice> choices(List<Worth> worths) {
        List<Choice> choices = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Worth worth : worths) {
            List<Worth> together = component(worth, worths, seen);
            if (together.size() > 1) {
                choices.add(Choices.among(together, (a, b) -> excludes(a, b)));
            }
        }
        return choices;
    }

    private boolean excludes(Worth a, Worth b) {
        return assessor.book().graph().excludes(a.policy()).contains(b.policy());
    }

    /** Everything that is connected with it by exclusions and was not seen before. */
    private List<Worth> component(Worth start, List<Worth> worths, Set<String> seen) {
        if (!seen.add(start.policy())) {
            return List.of();
        }
        List<Worth> component = new ArrayList<>(List.of(start));
        for (Worth other : worths) {
            if (excludes(start, other)) {
                component.addAll(component(other, worths, seen));
            }
        }
        return component;
    }
}
