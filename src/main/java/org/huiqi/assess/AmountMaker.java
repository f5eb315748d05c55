package org.huiqi.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.engine.Entitlement;
import org.huiqi.engine.Fact;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.SheetFiller;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Ref;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Figure;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Computes the money of a policy and shows every step with its figures. */
final class AmountMaker {
    private final RuleBook book;
    private final Facts facts;
    private final Assessor.Request request;

    AmountMaker(RuleBook book, Facts facts, Assessor.Request request) {
        this.book = book;
        this.facts = facts;
        this.request = request;
    }

    /** Empty if the list it is computed over was never answered and need not be, since nothing in it could be entitled. */
    Optional<Amount> find(Policy policy, AmountPlan plan, PolicyAssessment verdicts) {
        Sheet sheet = book.rules().findSheet(plan.sheet()).orElseThrow();
        boolean listed = facts.find(sheet.over()).isPresent();
        boolean open = entitlement(plan, verdicts, "").value().orElse(true);
        return listed || open ? Optional.of(amount(policy, plan, verdicts, sheet)) : Optional.empty();
    }

    private Amount amount(Policy policy, AmountPlan plan, PolicyAssessment verdicts, Sheet sheet) {
        SheetFiller filler = new SheetFiller(book.compiled(), facts, sheet, key -> entitlement(plan, verdicts, key));
        List<Amount.SheetFigures> sheets =
                filler.fill().stream().map(this::figures).toList();
        boolean assumed = request.assumeEntitled() && !plan.stage().isEmpty();
        return new Amount(
                policy.id(),
                plan.benefit(),
                assumed,
                sheets,
                plan.totals().stream()
                        .map(t -> capped(plan, total(sheet, sheet.type().get(t), sheets)))
                        .toList());
    }

    private Entitlement entitlement(AmountPlan plan, PolicyAssessment verdicts, String key) {
        if (request.assumeEntitled() || plan.stage().isEmpty()) {
            return Entitlement.ASSUMED;
        }
        Optional<Verdict> verdict = verdicts.ofStage(plan.stage()).stream()
                .filter(v -> v.subject().equals(key) || v.subject().isEmpty())
                .findFirst();
        return verdict.map(AmountMaker::entitlement).orElse(new Entitlement(Optional.of(false), List.of()));
    }

    private static Entitlement entitlement(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ELIGIBLE, REVIEW, RESULT -> Entitlement.ASSUMED;
            case INCOMPLETE -> new Entitlement(Optional.empty(), verdict.missing());
            case INELIGIBLE, NOT_IN_FORCE, INFORMATION -> new Entitlement(Optional.of(false), List.of());
        };
    }

    private Amount.SheetFigures figures(SheetFiller.FilledSheet sheet) {
        return new Amount.SheetFigures(
                sheet.fact().key(),
                sheet.figures().stream().map(f -> figure(f, sheet.fact())).toList());
    }

    private Figure figure(SheetFiller.Filled filled, Fact sheet) {
        Field field = filled.figure();
        Wording wording = new Wording(request.lang(), ref -> find(ref, sheet));
        return new Figure(
                field.name(),
                wording.label(field),
                field.unit(),
                filled.value(),
                filled.missing(),
                filled.step().map(s -> taken(s, wording)),
                filled.fault());
    }

    private static Figure.StepTaken taken(Step step, Wording wording) {
        return new Figure.StepTaken(
                step.id(),
                step.claim(),
                step.document(),
                step.clause(),
                step.seen(),
                wording.expression(step.expression()));
    }

    private Optional<Object> find(Ref ref, Fact sheet) {
        Fact owner = ref.owner().isEmpty() ? sheet : sheet.reference(ref.owner());
        if (owner == null || ref.given()) {
            return owner == null ? Optional.empty() : Optional.of(facts.asOf());
        }
        return Optional.ofNullable(
                owner.get(type(ref.type()).indexOf(ref.field().name())));
    }

    private FactType type(String name) {
        return book.dictionary()
                .find(name)
                .orElseGet(() -> book.rules().findSheet(name).orElseThrow().type());
    }

    /** A cap per enterprise holds for the sum, whatever each element was granted. */
    private Amount.Total capped(AmountPlan plan, Amount.Total total) {
        Optional<BigDecimal> cap = plan.cap()
                .filter(c -> total.figure().equals(plan.benefit()))
                .filter(c -> total.value().filter(v -> v.compareTo(c) > 0).isPresent());
        String said = new Text("(已按上限封顶)", " (capped)").in(request.lang());
        return cap.map(c -> new Amount.Total(
                        total.figure(), total.label() + said, total.unit(), Optional.of(c), total.missing()))
                .orElse(total);
    }

    /** Adds a figure up over all sheets; one open part leaves the sum open. */
    private Amount.Total total(Sheet sheet, Field field, List<Amount.SheetFigures> sheets) {
        if (facts.find(sheet.over()).isEmpty()) {
            return total(
                    field,
                    Optional.empty(),
                    Set.of(book.dictionary().get(sheet.over()).list()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> missing = new LinkedHashSet<>();
        boolean whole = true;
        List<Figure> parts = new ArrayList<>();
        sheets.forEach(s ->
                s.figures().stream().filter(f -> f.name().equals(field.name())).forEach(parts::add));
        for (Figure part : parts) {
            sum = sum.add(part.value().orElse(BigDecimal.ZERO));
            whole &= part.value().isPresent();
            missing.addAll(part.missing());
        }
        return total(field, whole ? Optional.of(sum) : Optional.empty(), missing);
    }

    private Amount.Total total(Field field, Optional<BigDecimal> value, Set<String> missing) {
        String label = new Wording(request.lang(), ref -> Optional.empty()).label(field);
        return new Amount.Total(field.name(), label, field.unit(), value, List.copyOf(missing));
    }
}
