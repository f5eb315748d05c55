package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Progress;
import org.huiqi.advise.Question;
import org.huiqi.advise.Step;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Verdict;

/** A step of an interview as JSON. */
public final class InterviewJson {
    private final RuleBook book;

    private InterviewJson(RuleBook book) {
        this.book = book;
    }

    public static ObjectNode tree(RuleBook book, Step step) {
        InterviewJson json = new InterviewJson(book);
        ObjectNode root = Json.object()
                .put("ruleBook", book.digest())
                .put("asOf", step.asOf().toString())
                .put("over", step.over());
        ArrayNode questions = root.putArray("questions");
        step.questions().forEach(q -> question(questions.addObject(), q));
        progress(root.putObject("progress"), step.progress());
        ArrayNode open = root.putArray("open");
        step.open().forEach(v -> Json.texts(json.verdict(open.addObject(), v).putArray("missing"), v.missing()));
        ObjectNode settled = root.putObject("settled");
        ArrayNode verdicts = settled.putArray("verdicts");
        step.settled().verdicts().forEach(v -> json.verdict(verdicts.addObject(), v));
        ArrayNode criteria = settled.putArray("criteria");
        step.settled().findings().forEach(f -> json.finding(criteria.addObject(), f));
        return root;
    }

    private static void question(ObjectNode out, Question question) {
        FieldPath about = question.about();
        out.put("path", about.path())
                .put("type", about.type().name())
                .put("typeLabel", about.type().label());
        Json.unlessEmpty(out, "element", about.element());
        about.field().ifPresent(f -> DictionaryJson.field(out.putObject("field"), f));
        if (about.isList()) {
            Json.texts(out.putArray("key"), about.type().key());
        }
        Json.texts(out.putArray("policies"), question.policies());
        out.put("needed", Math.round(question.needed() * 100) / 100.0);
    }

    private static void progress(ObjectNode out, Progress progress) {
        out.put("verdicts", progress.verdicts())
                .put("settled", progress.settled())
                .put("criteria", progress.criteria())
                .put("decided", progress.decided())
                .put("open", progress.open());
    }

    private ObjectNode verdict(ObjectNode out, Verdict v) {
        out.put("policy", v.policy());
        Json.text(
                out.putObject("name"), book.findPolicy(v.policy()).orElseThrow().name());
        out.put("stage", v.stage()).put("subjectType", v.subjectType()).put("subject", v.subject());
        out.put("verdict", v.outcome().name()).put("verdictZh", v.outcome().zh());
        v.result().ifPresent(r -> out.put("result", r));
        return out;
    }

    private void finding(ObjectNode out, Finding finding) {
        Criterion criterion = book.getCriterion(finding.criterion());
        out.put("policy", criterion.policy())
                .put("criterion", criterion.id())
                .put("claim", criterion.claim())
                .put("truth", finding.truth().name());
    }
}
