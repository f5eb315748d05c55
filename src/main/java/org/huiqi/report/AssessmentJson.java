package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.huiqi.advise.Gaps;
import org.huiqi.advise.Shortfall;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Criterion;
import org.huiqi.policy.Policy;
import org.huiqi.verdict.Amount;
import org.huiqi.verdict.Assessment;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Figure;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Node;
import org.huiqi.verdict.PointsTotal;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** An assessment as JSON. Thread-safe. */
public final class AssessmentJson {
    private final RuleBook book;
    private final Function<Verdict, Optional<Shortfall>> gaps;

    private AssessmentJson(RuleBook book, Function<Verdict, Optional<Shortfall>> gaps) {
        this.book = book;
        this.gaps = gaps;
    }

    public static String write(RuleBook book, Assessment assessment) {
        return Json.indented(tree(book, assessment));
    }

    /** With how far the verdicts that fall short are from a yes; {@code gaps}: of the same profile on the same day. */
    public static String write(RuleBook book, Assessment assessment, Gaps gaps) {
        return Json.indented(new AssessmentJson(book, gaps::find).tree(assessment));
    }

    public static ObjectNode tree(RuleBook book, Assessment assessment) {
        return new AssessmentJson(book, v -> Optional.empty()).tree(assessment);
    }

    private ObjectNode tree(Assessment assessment) {
        ObjectNode root = Json.object();
        root.put("ruleBook", assessment.ruleBook())
                .put("asOf", assessment.asOf().toString());
        ArrayNode policies = root.putArray("policies");
        assessment.policies().forEach(p -> policy(policies.addObject(), p));
        return root;
    }

    /** The money of one policy alone. */
    public static ObjectNode tree(RuleBook book, Amount amount) {
        ObjectNode root = Json.object();
        new AssessmentJson(book, v -> Optional.empty()).amount(root, amount);
        return root;
    }

    private void policy(ObjectNode out, PolicyAssessment assessment) {
        Policy policy = book.findPolicy(assessment.policy()).orElseThrow();
        out.put("policy", policy.id());
        Json.text(out.putObject("name"), policy.name());
        out.put("level", policy.level().name().toLowerCase(java.util.Locale.ROOT))
                .put("kind", policy.kind().name().toLowerCase(java.util.Locale.ROOT));
        out.put("headline", assessment.headline());
        ArrayNode verdicts = out.putArray("verdicts");
        assessment.verdicts().forEach(v -> verdict(verdicts.addObject(), v));
        assessment.amount().ifPresent(a -> amount(out.putObject("amount"), a));
    }

    private void verdict(ObjectNode out, Verdict v) {
        out.put("stage", v.stage()).put("subjectType", v.subjectType()).put("subject", v.subject());
        out.put("verdict", v.outcome().name()).put("verdictZh", v.outcome().zh());
        v.result().ifPresent(r -> out.put("result", r));
        if (!v.possible().isEmpty()) {
            Json.texts(out.putArray("possible"), v.possible());
        }
        v.edition().ifPresent(e -> out.put("edition", e));
        v.basis().ifPresent(b -> out.put("basis", b.code()).put("basisZh", b.zh()));
        Json.texts(out.putArray("missing"), v.missing());
        Json.texts(out.putArray("decisive"), v.decisive());
        ArrayNode warnings = out.putArray("warnings");
        v.warnings().forEach(w -> Json.text(warnings.addObject(), w));
        gaps.apply(v).ifPresent(g -> out.set("gap", AdviceJson.tree(book, g)));
        v.tree().ifPresent(t -> node(out.putObject("requirement"), t));
    }

    private void node(ObjectNode out, Node node) {
        out.put("kind", node.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("truth", node.truth().name());
        if (!node.label().isEmpty()) {
            out.put("label", node.label());
        }
        if (node.kind() == Node.Kind.AT_LEAST) {
            out.put("count", node.count());
        }
        node.finding().ifPresent(f -> finding(out, f));
        node.points().ifPresent(p -> points(out.putObject("score"), p));
        if (!node.parts().isEmpty()) {
            ArrayNode parts = out.putArray("parts");
            node.parts().forEach(p -> node(parts.addObject(), p));
        }
    }

    private void finding(ObjectNode out, Finding finding) {
        Criterion criterion = book.getCriterion(finding.criterion());
        out.put("criterion", criterion.id())
                .put("claim", criterion.claim())
                .put("document", criterion.document())
                .put("clause", criterion.clause());
        out.put("seen", criterion.seen().code());
        if (!criterion.note().isEmpty()) {
            out.put("note", criterion.note());
        }
        Json.texts(out.putArray("missing"), finding.missing());
        finding.fault().ifPresent(f -> out.put("fault", f));
        ArrayNode evidence = out.putArray("evidence");
        finding.evidence().forEach(e -> evidence(evidence.addObject(), e));
    }

    private static void evidence(ObjectNode out, Evidence e) {
        out.put("subject", e.subject())
                .put("left", e.left())
                .put("operator", e.operator())
                .put("right", e.right())
                .put("truth", e.truth().name());
    }

    private static void points(ObjectNode out, PointsTotal p) {
        out.put("id", p.id())
                .put("label", p.label())
                .put("low", p.total().low())
                .put("high", p.total().high());
        out.put("threshold", p.threshold())
                .put("strict", p.strict())
                .put("seen", p.seen().code());
        Json.texts(out.putArray("missing"), p.missing());
        ArrayNode sections = out.putArray("sections");
        p.sections()
                .forEach(s -> sections.addObject()
                        .put("label", s.label())
                        .put("low", s.points().low())
                        .put("high", s.points().high()));
    }

    private void amount(ObjectNode out, Amount amount) {
        out.put("benefit", amount.benefit()).put("assumed", amount.assumed());
        ArrayNode totals = out.putArray("totals");
        amount.totals().forEach(t -> {
            ObjectNode total = totals.addObject()
                    .put("figure", t.figure())
                    .put("label", t.label())
                    .put("unit", t.unit());
            t.value().ifPresent(v -> total.put("value", v));
            Json.texts(total.putArray("missing"), t.missing());
        });
        ArrayNode sheets = out.putArray("sheets");
        amount.sheets().forEach(s -> {
            ArrayNode figures = sheets.addObject().put("subject", s.subject()).putArray("figures");
            s.figures().forEach(f -> figure(figures.addObject(), f));
        });
    }

    private static void figure(ObjectNode out, Figure f) {
        out.put("figure", f.name()).put("label", f.label()).put("unit", f.unit());
        f.value().ifPresent(v -> out.put("value", v));
        Json.texts(out.putArray("missing"), f.missing());
        f.fault().ifPresent(x -> out.put("fault", x));
        f.step()
                .ifPresent(s -> out.putObject("step")
                        .put("id", s.id())
                        .put("claim", s.claim())
                        .put("document", s.document())
                        .put("clause", s.clause())
                        .put("seen", s.seen().code())
                        .put("working", s.working()));
    }
}
