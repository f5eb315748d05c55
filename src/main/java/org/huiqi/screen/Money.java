package org.huiqi.screen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.Benefit;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Facts;
import org.huiqi.engine.Sheet;
import org.huiqi.policy.AmountPlan;
import org.huiqi.profile.Dictionary;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Outcome;

/** Money that depends on a right to it; other figures, such as the distance to a size, do not add up to anything. */
final class Money {
    private static final BigDecimal WAN = new BigDecimal(10_000);
    private final RuleBook book;
    private final Judge judge;
    private final Assessor assessor;
    private final List<Worth> worths = new ArrayList<>();

    /** {@code direct}: the answer of the judge is all that the figures rest on, apart from what the firm says of itself. */
    private record Worth(int question, Question asked, AmountPlan plan, Sheet sheet, boolean direct) {}

    Money(Judge judge, Assessor assessor) {
        this.book = judge.book();
        this.judge = judge;
        this.assessor = assessor;
        for (int q = 0; q < judge.questions().size(); q++) {
            Question question = judge.questions().get(q);
            int number = q;
            question.policy()
                    .amount()
                    .filter(plan -> !plan.stage().isEmpty())
                    .ifPresent(plan -> worths.add(worth(number, question, plan)));
        }
    }

    private Worth worth(int number, Question question, AmountPlan plan) {
        Sheet sheet = book.rules().findSheet(plan.sheet()).orElseThrow();
        boolean direct = plan.stage().equals(question.stage().name())
                && question.stage().ofEnterprise()
                && sheet.over().equals(Dictionary.ENTERPRISE);
        return new Worth(number, question, plan, sheet, direct);
    }

    /** To be asked after the judge has set what he works out in the fact of the firm, and before that changes. */
    List<Screened.Benefit> of(Firm firm, Answer[] answers) {
        List<Screened.Benefit> benefits = List.of();
        for (Worth worth : worths) {
            if (passes(answers[worth.question()])) {
                benefits = benefits.isEmpty() ? new ArrayList<>() : benefits;
                benefits.add(new Screened.Benefit(worth.question(), yuan(worth, benefit(firm, worth, answers))));
            }
        }
        return benefits;
    }

    private static boolean passes(Answer answer) {
        return answer.is(Outcome.ELIGIBLE) || answer.is(Outcome.REVIEW);
    }

    private Optional<BigDecimal> benefit(Firm firm, Worth worth, Answer[] answers) {
        if (!worth.direct() || firm.given().isPresent()) {
            return assessed(firm, worth);
        }
        List<String> editions = worth.plan().editions();
        return editions.isEmpty() || editions.contains(answers[worth.question()].edition())
                ? Benefit.find(
                        book.compiled(),
                        worth.sheet(),
                        worth.plan(),
                        Facts.ofEnterprise(book.compiled(), firm.enterprise(), judge.asOf()))
                : Optional.empty();
    }

    private Optional<BigDecimal> assessed(Firm firm, Worth worth) {
        String over = worth.sheet().over();
        if (!over.equals(Dictionary.ENTERPRISE) && !firm.entries().containsKey(over)) {
            return Optional.empty();
        }
        Assessor.Request request = new Assessor.Request(
                judge.asOf(), Set.of(worth.asked().policy().id()), false, org.huiqi.problem.Lang.ZH);
        return assessor.assess(firm.profile(book.dictionary()), request).policies().stream()
                .flatMap(p -> p.amount().stream())
                .flatMap(a -> a.totals().stream())
                .filter(t -> t.figure().equals(worth.plan().benefit()))
                .findFirst()
                .flatMap(Amount.Total::value);
    }

    private static Optional<BigDecimal> yuan(Worth worth, Optional<BigDecimal> figure) {
        return figure.map(
                v -> worth.sheet().type().get(worth.plan().benefit()).unit().equals("万元") ? v.multiply(WAN) : v);
    }
}
