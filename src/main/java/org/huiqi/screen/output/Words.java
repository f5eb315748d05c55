package org.huiqi.screen.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.profile.Field;
import org.huiqi.screen.judge.Answer;
import org.huiqi.screen.judge.Bits;
import org.huiqi.screen.judge.FieldSpace;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.judge.Question;
import org.huiqi.verdict.Outcome;

/** The words of results in one language; short, since they stand in cells. */
final class Words {
    static final Text NOT_ASKED = new Text("不适用", "not asked");
    private static final Map<Outcome, Text> BRIEF = Map.of(
            Outcome.ELIGIBLE, new Text("符合", "eligible"),
            Outcome.REVIEW, new Text("待评审", "awaiting review"),
            Outcome.INCOMPLETE, new Text("信息不足", "information missing"),
            Outcome.INELIGIBLE, new Text("不符合", "not eligible"),
            Outcome.NOT_IN_FORCE, new Text("不在有效期", "not in force"),
            Outcome.INFORMATION, new Text("仅供了解", "for information"),
            Outcome.RESULT, new Text("分类结果", "classification"));

    /** So many missing fields are named in a cell. */
    private static final int MOST_NAMED = 3;

    private final Judge judge;
    private final Lang lang;
    private final boolean brief;

    Words(Judge judge, Lang lang) {
        this(judge, lang, false);
    }

    private Words(Judge judge, Lang lang, boolean brief) {
        this.judge = judge;
        this.lang = lang;
        this.brief = brief;
    }

    /** Names missing fields only where they are few. */
    Words brief() {
        return new Words(judge, lang, true);
    }

    Lang lang() {
        return lang;
    }

    Judge judge() {
        return judge;
    }

    String of(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    String of(Text text) {
        return text.in(lang);
    }

    String brief(Outcome outcome) {
        return of(BRIEF.get(outcome));
    }

    /** The verdict; a class by its name, several subjects with their number. */
    String verdict(Answer answer) {
        Optional<Outcome> outcome = answer.outcome();
        if (outcome.isEmpty()) {
            return of(NOT_ASKED);
        }
        String word = outcome.get() == Outcome.RESULT ? answer.result() : brief(outcome.get());
        return answer.subjects() > 1 ? word + " " + answer.likeIt() + "/" + answer.subjects() : word;
    }

    /** Why, in a few words; empty where there is nothing to say. */
    String reason(Question question, Answer answer) {
        return switch (answer.outcome().orElse(Outcome.INFORMATION)) {
            case INELIGIBLE -> String.join(of("、", ", "), decisive(question, answer));
            case INCOMPLETE -> missing(answer);
            case ELIGIBLE, REVIEW, NOT_IN_FORCE, INFORMATION, RESULT -> "";
        };
    }

    List<String> decisive(Question question, Answer answer) {
        List<String> ids = new ArrayList<>();
        Bits.each(answer.decisive(), i -> ids.add(question.parts().get(i)));
        return ids;
    }

    private String missing(Answer answer) {
        List<String> labels = new ArrayList<>();
        Bits.each(answer.missing(), i -> {
            if (labels.size() < MOST_NAMED) {
                labels.add(label(judge.fields().get(i)));
            }
        });
        int count = Bits.count(answer.missing());
        if (brief && count > MOST_NAMED) {
            return of("缺" + count + "项", count + " missing");
        }
        String named = String.join(of("、", ", "), labels) + (count > MOST_NAMED ? of(" 等", " …") : "");
        return of("缺" + count + "项:" + named, count + " missing: " + named);
    }

    String label(FieldSpace.Missing missing) {
        String en = missing.field().map(Field::en).orElse("");
        return lang == Lang.EN ? (en.isEmpty() ? missing.name() : en) : missing.label();
    }

    String policy(Question question) {
        return of(question.policy().name());
    }

    /** What a criterion or a score claims. */
    String claim(Question question, String id) {
        RuleBook book = judge.book();
        return book.findCriterion(id)
                .map(c -> lang == Lang.EN && !c.en().isEmpty() ? c.en() : c.claim())
                .or(() -> score(question, id).map(Score::label))
                .orElse("");
    }

    /** Where it is written. */
    String clause(Question question, String id) {
        Optional<String> criterion = judge.book().findCriterion(id).map(Words::clause);
        return criterion
                .or(() -> score(question, id).map(s -> s.document() + " " + s.clause()))
                .orElse("");
    }

    private static String clause(Criterion criterion) {
        return criterion.document() + " " + criterion.clause();
    }

    private static Optional<Score> score(Question question, String id) {
        Stream<Requirement> trees = Stream.concat(
                question.stage().require().stream(),
                question.stage().results().stream().map(r -> r.when()));
        return trees.flatMap(Requirement::scores).filter(s -> s.id().equals(id)).findFirst();
    }
}
