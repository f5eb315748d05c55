package org.huiqi.screen.output;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Document;
import org.huiqi.policy.Policy;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;
import org.huiqi.problem.Lang;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Seen;

/** What the conditions say that a matrix names by their ids only: what each demands, where it is written, how well that was checked, whom it stops. */
final class ConditionText {
    private ConditionText() {}

    /** Where a condition is written. */
    private record Source(String claim, String document, String clause, Seen seen) {}

    static List<String> columns(Words words) {
        return List.of(
                words.of("条件", "condition"),
                words.of("政策", "policy"),
                words.of("内容", "what it demands"),
                words.of("文件", "document"),
                words.of("条款", "clause"),
                words.of("出处核对", "how well it was checked"),
                words.of("挡住的企业", "firms stopped"),
                words.of("只放宽这一条就能通过", "would pass if it alone were relaxed"));
    }

    /** Takes the cells of a condition. */
    interface Use {
        void accept(List<String> cells) throws IOException;
    }

    /** Every condition that was asked of firms, policy by policy. */
    static void each(Words words, Tally tally, Use use) throws IOException {
        for (int q = 0; q < tally.questions().size(); q++) {
            Question question = tally.questions().get(q);
            for (int part = 0; part < question.parts().size(); part++) {
                use.accept(cells(words, tally, q, part));
            }
        }
    }

    private static List<String> cells(Words words, Tally tally, int q, int part) {
        Question question = tally.questions().get(q);
        String id = question.parts().get(part);
        Optional<Source> source = source(words, question, id);
        return List.of(
                id,
                words.policy(question),
                source.map(Source::claim).orElse(""),
                document(question, id, words),
                source.map(Source::clause).orElse(""),
                checked(question, id, words),
                Long.toString(tally.stopped(q, part)),
                Long.toString(tally.passing(q, part)));
    }

    /** Title and number of the document. */
    static String document(Question question, String id, Words words) {
        Policy policy = question.policy();
        return source(words, question, id)
                .map(s -> policy.documents().containsKey(s.document())
                        ? title(policy.getDocument(s.document()))
                        : s.document())
                .orElse("");
    }

    private static String title(Document document) {
        String number = document.number().isEmpty() ? "" : "(" + document.number() + ")";
        return "《" + document.title() + "》" + number;
    }

    /** How well what the condition says was checked against the document. */
    static String checked(Question question, String id, Words words) {
        return source(words, question, id)
                .map(s -> words.of(s.seen().zh(), s.seen().en()))
                .orElse("");
    }

    private static Optional<Source> source(Words words, Question question, String id) {
        Optional<Source> criterion = words.judge().book().findCriterion(id).map(c -> of(c, words.lang()));
        return criterion.or(
                () -> score(question, id).map(s -> new Source(s.label(), s.document(), s.clause(), s.seen())));
    }

    private static Source of(Criterion criterion, Lang lang) {
        boolean english = lang == Lang.EN && !criterion.en().isEmpty();
        return new Source(
                english ? criterion.en() : criterion.claim(),
                criterion.document(),
                criterion.clause(),
                criterion.seen());
    }

    private static Optional<Score> score(Question question, String id) {
        Stream<Requirement> trees = Stream.concat(
                question.stage().require().stream(),
                question.stage().results().stream().map(r -> r.when()));
        return trees.flatMap(Requirement::scores).filter(s -> s.id().equals(id)).findFirst();
    }
}
