package org.huiqi.report;

import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;

/** What a policy is worth to the enterprise, in a few words. */
final class Money {
    private final Report report;

    Money(Report report) {
        this.report = report;
    }

    /** Nothing where it is worth nothing. */
    Optional<String> worth(PolicyAssessment assessment) {
        return assessment
                .amount()
                .flatMap(a -> benefit(assessment, a))
                .filter(t -> t.value().isPresent() || entitled(assessment))
                .flatMap(this::said);
    }

    /** Only who is entitled, or may be, is asked for figures. */
    private boolean entitled(PolicyAssessment assessment) {
        String stage = plan(assessment).map(AmountPlan::stage).orElse("");
        return assessment.ofStage(stage.isEmpty() ? assessment.headline() : stage).stream()
                .anyMatch(v -> v.outcome() == Outcome.ELIGIBLE || v.outcome() == Outcome.REVIEW);
    }

    private Optional<AmountPlan> plan(PolicyAssessment assessment) {
        return report.book().findPolicy(assessment.policy()).flatMap(Policy::amount);
    }

    private Optional<Amount.Total> benefit(PolicyAssessment assessment, Amount amount) {
        String benefit = plan(assessment).map(AmountPlan::benefit).orElse("");
        Stream<Amount.Total> totals = amount.sheets().isEmpty() ? Stream.empty() : amount.totals().stream();
        return totals.filter(t -> t.figure().equals(benefit)).findFirst();
    }

    private Optional<String> said(Amount.Total total) {
        if (total.value().isEmpty()) {
            String needs = report.words()
                    .list(report.words().missing(total.missing()).stream().limit(2));
            return Optional.of(total.label() + report.say("还不能算,缺 ", ": open, needs ") + needs);
        }
        return total.value()
                .filter(v -> v.signum() != 0)
                .map(v -> total.label() + " " + AmountText.number(v, total.unit()) + total.unit());
    }
}
