package org.huiqi.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiqi.assess.Assessor;
import org.huiqi.engine.Evaluator;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.screen.firm.Firm;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Screened;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Truth;
import org.huiqi.verdict.Verdict;

/** What the judge leaves to the assessor: money, the words of near misses, dates and reviews of a profile's own, and the second opinion. Not thread-safe. */
final class Second {
    private final Judge judge;
    private final Lang lang;
    private final Judge.Sitting sitting;
    private final Assessor assessor;
    private final Money money;
    private long rechecked;

    Second(Judge judge, Judge.Sitting sitting, Lang lang) {
        this.judge = judge;
        this.lang = lang;
        this.sitting = sitting;
        this.assessor = new Assessor(judge.book());
        this.money = new Money(judge, assessor);
    }

    private Profile profile(Firm firm) {
        return firm.profile(judge.book().dictionary());
    }

    private Set<String> asked() {
        return judge.questions().stream().map(q -> q.policy().id()).collect(Collectors.toSet());
    }

    Answer[] assessed(Firm firm) {
        return sitting.translate(assessor.headlines(profile(firm), judge.asOf(), asked()));
    }

    /** Asks the reference. */
    void recheck(Firm firm, Answer[] answers) {
        List<Question> different = sitting.differences(answers, sitting.translate(plain(firm)));
        if (!different.isEmpty()) {
            String policies = different.stream().map(q -> q.policy().id()).collect(Collectors.joining(", "));
            throw new DisagreementException(place(firm) + policies);
        }
        rechecked++;
    }

    /** A reference that cannot judge a firm agrees with nobody. */
    private List<Verdict> plain(Firm firm) {
        Evaluator reference = judge.book().reference();
        try {
            return assessor.headlines(profile(firm), judge.asOf(), asked(), reference);
        } catch (RuntimeException e) {
            throw new DisagreementException(place(firm) + e.getMessage(), e);
        }
    }

    private static String place(Firm firm) {
        return firm.sheet() + ":" + firm.row() + " " + firm.code() + ": ";
    }

    long rechecked() {
        return rechecked;
    }

    /** To be asked after the judge has set what he works out in the fact of the firm, and before that changes. */
    List<Screened.Benefit> benefits(Firm firm, Answer[] answers) {
        return money.of(firm, answers);
    }

    List<Screened.NearMiss> nearMisses(Firm firm, Answer[] answers, boolean gaps) {
        List<Screened.NearMiss> misses = List.of();
        for (int q = 0; q < answers.length; q++) {
            if (answers[q].near()) {
                misses = misses.isEmpty() ? new ArrayList<>() : misses;
                add(firm, q, answers[q], gaps, misses);
            }
        }
        return misses;
    }

    private void add(Firm firm, int number, Answer answer, boolean gaps, List<Screened.NearMiss> misses) {
        Question question = judge.questions().get(number);
        Bits.each(
                answer.passing(),
                part -> misses.add(new Screened.NearMiss(number, part, gaps ? gap(firm, question, part) : "")));
    }

    /** The figures on both sides of what fails; nothing for a score, or for one of several products. */
    private String gap(Firm firm, Question question, int part) {
        String id = question.parts().get(part);
        if (!question.stage().ofEnterprise() || judge.book().findCriterion(id).isEmpty()) {
            return "";
        }
        Set<String> sides = new LinkedHashSet<>();
        for (Evidence evidence :
                assessor.finding(profile(firm), judge.asOf(), id, "", lang).evidence()) {
            if (evidence.truth() == Truth.UNMET || evidence.truth() == Truth.MET) {
                sides.add(evidence.left() + (evidence.truth() == Truth.UNMET ? required(evidence) : ""));
            }
        }
        return String.join(new Text(";", "; ").in(lang), sides);
    }

    private String required(Evidence evidence) {
        String other = evidence.operator() + " " + evidence.right();
        return new Text("(要求 " + other + ")", " (required " + other + ")").in(lang);
    }
}
