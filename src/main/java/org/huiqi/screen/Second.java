package org.huiqi.screen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Sheet;
import org.huiqi.policy.AmountPlan;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Profile;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Truth;

/** What the judge leaves to the assessor: money, the words of near misses, dates and reviews of a profile's own, and the second opinion. Not thread-safe. */
final class Second {
    private static final BigDecimal WAN = new BigDecimal(10_000);
    private final Judge judge;
    private final Judge.Sitting sitting;
    private final Assessor assessor;
    private final Lang lang;
    private long rechecked;

    Second(Judge judge, Judge.Sitting sitting, Lang lang) {
        this.judge = judge;
        this.sitting = sitting;
        this.assessor = new Assessor(judge.book());
        this.lang = lang;
    }

    private Profile profile(Firm firm) {
        return firm.profile(judge.book().dictionary());
    }

    private Assessor.Request request(Set<String> policies) {
        return new Assessor.Request(judge.asOf(), policies, false, lang);
    }

    private Set<String> asked() {
        return judge.questions().stream().map(q -> q.policy().id()).collect(Collectors.toSet());
    }

    Answer[] assessed(Firm firm) {
        return sitting.translate(
                assessor.assess(profile(firm), request(asked())).policies());
    }

    /** Asks the reference. */
    void recheck(Firm firm, Answer[] answers) {
        List<PolicyAssessment> plain = assessor.assess(
                        profile(firm), request(asked()), judge.book().reference())
                .policies();
        List<Question> different = sitting.differences(answers, sitting.translate(plain));
        if (!different.isEmpty()) {
            String policies = different.stream().map(q -> q.policy().id()).collect(Collectors.joining(", "));
            throw new DisagreementException(firm.sheet() + ":" + firm.row() + " " + firm.code() + ": " + policies);
        }
        rechecked++;
    }

    long rechecked() {
        return rechecked;
    }

    /** Money that depends on a right to it; other figures, such as the distance to a size, do not add up to anything. */
    List<Screened.Benefit> benefits(Firm firm, Answer[] answers) {
        List<Screened.Benefit> benefits = new ArrayList<>();
        for (int q = 0; q < answers.length; q++) {
            Policy policy = judge.questions().get(q).policy();
            boolean money = policy.amount().map(plan -> !plan.stage().isEmpty()).orElse(false);
            if (money && passes(answers[q])) {
                benefits.add(new Screened.Benefit(
                        q, benefit(firm, policy, policy.amount().get())));
            }
        }
        return benefits;
    }

    private static boolean passes(Answer answer) {
        return answer.outcome()
                .map(o -> o == Outcome.ELIGIBLE || o == Outcome.REVIEW)
                .orElse(false);
    }

    private Optional<BigDecimal> benefit(Firm firm, Policy policy, AmountPlan plan) {
        Sheet sheet = judge.book().rules().findSheet(plan.sheet()).orElseThrow();
        if (!sheet.over().equals(Dictionary.ENTERPRISE) && !firm.entries().containsKey(sheet.over())) {
            return Optional.empty();
        }
        return assessor.assess(profile(firm), request(Set.of(policy.id()))).policies().stream()
                .flatMap(p -> p.amount().stream())
                .flatMap(a -> a.totals().stream())
                .filter(t -> t.figure().equals(plan.benefit()))
                .findFirst()
                .flatMap(Second::yuan);
    }

    private static Optional<BigDecimal> yuan(Amount.Total total) {
        return total.value().map(v -> total.unit().equals("万元") ? v.multiply(WAN) : v);
    }

    List<Screened.NearMiss> nearMisses(Firm firm, Answer[] answers, boolean gaps) {
        List<Screened.NearMiss> misses = new ArrayList<>();
        for (int q = 0; q < answers.length; q++) {
            Answer answer = answers[q];
            if (answer.outcome().equals(Optional.of(Outcome.INELIGIBLE)) && !Bits.empty(answer.passing())) {
                Question question = judge.questions().get(q);
                int number = q;
                Bits.each(
                        answer.passing(),
                        part -> misses.add(new Screened.NearMiss(number, part, gaps ? gap(firm, question, part) : "")));
            }
        }
        return misses;
    }

    /** The figures on both sides of what fails; nothing for a score, or for one of several products. */
    private String gap(Firm firm, Question question, int part) {
        String id = question.parts().get(part);
        if (!question.stage().ofEnterprise() || judge.book().findCriterion(id).isEmpty()) {
            return "";
        }
        Set<String> sides = new LinkedHashSet<>();
        for (Evidence evidence :
                assessor.finding(profile(firm), judge.asOf(), id, "").evidence()) {
            if (evidence.truth() == Truth.UNMET || evidence.truth() == Truth.MET) {
                sides.add(evidence.left()
                        + (evidence.truth() == Truth.UNMET
                                ? "(要求 " + evidence.operator() + " " + evidence.right() + ")"
                                : ""));
            }
        }
        return String.join(";", sides);
    }
}
