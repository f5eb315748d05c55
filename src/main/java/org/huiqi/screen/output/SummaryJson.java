package org.huiqi.screen.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.huiqi.screen.judge.FieldSpace;
import org.huiqi.screen.judge.Question;
import org.huiqi.screen.result.Duplicates;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.result.Tally;
import org.huiqi.verdict.Outcome;

/** The summary for programs. Codes in English, labels in the language asked for. */
final class SummaryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SummaryJson() {}

    static String write(Words words, Summary summary) {
        Tally tally = summary.tally();
        ObjectNode root = JSON.objectNode();
        root.put("source", summary.source());
        root.put("asOf", summary.asOf().toString());
        root.put("ruleBook", summary.ruleBook());
        rows(root.putObject("rows"), summary);
        ArrayNode policies = root.putArray("policies");
        for (int q = 0; q < tally.questions().size(); q++) {
            policy(policies.addObject(), words, tally, q);
        }
        ArrayNode missing = root.putArray("missing");
        for (Ranking.Wanted wanted : Ranking.missing(tally)) {
            FieldSpace.Missing field = words.judge().fields().get(wanted.field());
            missing.addObject()
                    .put("field", field.name())
                    .put("label", words.label(field))
                    .put("settles", wanted.settles())
                    .put("wanted", wanted.verdicts());
        }
        summary.duplicates()
                .listed()
                .forEach(d -> duplicate(root.withArray("duplicates").addObject(), d));
        summary.unread()
                .forEach(u -> root.withArray("unread")
                        .addObject()
                        .put("sheet", u.sheet())
                        .put("column", u.column())
                        .put("reason", words.of(u.reason())));
        return root.toPrettyString() + "\n";
    }

    private static void rows(ObjectNode node, Summary summary) {
        Tally tally = summary.tally();
        node.put("read", tally.read())
                .put("screened", tally.screened())
                .put("rejected", tally.rejected())
                .put("skipped", tally.skipped())
                .put("relatedRead", summary.relatedRows())
                .put("relatedRejected", summary.relatedRejected())
                .put("duplicateFirms", summary.duplicates().firms())
                .put("nearMisses", tally.nearMisses())
                .put("rechecked", summary.rechecked());
    }

    private static void policy(ObjectNode node, Words words, Tally tally, int q) {
        Question question = tally.questions().get(q);
        node.put("id", question.policy().id()).put("name", words.policy(question));
        ObjectNode outcomes = node.putObject("outcomes");
        for (Outcome outcome : Outcome.values()) {
            if (tally.outcome(q, outcome) > 0) {
                outcomes.put(outcome.name(), tally.outcome(q, outcome));
            }
        }
        if (tally.notAsked(q) > 0) {
            outcomes.put("NOT_ASKED", tally.notAsked(q));
        }
        tally.results(q).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(r -> node.withObjectProperty("results").put(r.getKey(), r.getValue()));
        if (tally.priced(q) + tally.unpriced(q) > 0) {
            node.put("yuan", tally.yuan(q).toPlainString())
                    .put("priced", tally.priced(q))
                    .put("unpriced", tally.unpriced(q));
        }
        Ranking.blockers(tally, q)
                .forEach(b -> blocker(node.withArray("blockers").addObject(), words, question, b));
    }

    private static void blocker(ObjectNode node, Words words, Question question, Ranking.Blocker blocker) {
        String id = question.parts().get(blocker.part());
        node.put("criterion", id)
                .put("claim", words.claim(question, id))
                .put("stops", blocker.stops())
                .put("wouldPass", blocker.wouldPass())
                .put("wouldBeOpen", blocker.wouldBeOpen());
    }

    private static void duplicate(ObjectNode node, Duplicates.Twice twice) {
        node.put("code", twice.code());
        twice.places().forEach(p -> node.withArray("places").add(p));
    }
}
