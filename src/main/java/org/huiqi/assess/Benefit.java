package org.huiqi.assess;

import java.math.BigDecimal;
import java.util.Optional;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.Entitlement;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.SheetFiller;
import org.huiqi.policy.AmountPlan;

/** What a policy is worth to an enterprise that is entitled to it: the figure of an {@link org.huiqi.verdict.Amount} without its words. */
public final class Benefit {
    private Benefit() {}

    /** In the unit of the figure; empty where the plan names none, or while a field it needs is unanswered. */
    public static Optional<BigDecimal> find(CompiledRules compiled, Sheet sheet, AmountPlan plan, Facts facts) {
        if (!plan.totals().contains(plan.benefit())) {
            return Optional.empty();
        }
        SheetFiller filler = new SheetFiller(compiled, facts, sheet, key -> Entitlement.ASSUMED);
        BigDecimal sum = BigDecimal.ZERO;
        for (SheetFiller.FilledSheet filled : filler.fill()) {
            for (SheetFiller.Filled figure : filled.figures()) {
                if (figure.figure().name().equals(plan.benefit())) {
                    if (figure.value().isEmpty()) {
                        return Optional.empty();
                    }
                    sum = sum.add(figure.value().get());
                }
            }
        }
        BigDecimal whole = sum;
        return Optional.of(plan.cap().filter(c -> whole.compareTo(c) > 0).orElse(whole));
    }
}
