package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.policy.AmountPlan;
import org.huiqi.profile.Field;

/** How the money of a policy is computed, as JSON: the figures of its sheet and every step with its clause. */
final class AmountPlanJson {
    private AmountPlanJson() {}

    static void write(ObjectNode out, RuleBook book, AmountPlan plan) {
        Sheet sheet = book.rules().findSheet(plan.sheet()).orElseThrow();
        out.put("sheet", plan.sheet()).put("label", sheet.type().label()).put("subject", sheet.over());
        Json.unlessEmpty(out, "stage", plan.stage());
        if (!plan.editions().isEmpty()) {
            Json.texts(out.putArray("editions"), plan.editions());
        }
        out.put("benefit", plan.benefit());
        plan.cap().ifPresent(c -> out.put("cap", c));
        Json.texts(out.putArray("totals"), plan.totals());
        ArrayNode figures = out.putArray("figures");
        sheet.steps().stream()
                .map(Step::target)
                .distinct()
                .forEach(f -> figure(figures.addObject(), sheet.type().get(f)));
        ArrayNode steps = out.putArray("steps");
        sheet.steps().forEach(s -> step(steps.addObject(), s));
    }

    private static void figure(ObjectNode out, Field figure) {
        out.put("figure", figure.name()).put("label", figure.label()).put("unit", figure.unit());
    }

    private static void step(ObjectNode out, Step step) {
        out.put("id", step.id()).put("claim", step.claim()).put("figure", step.target());
        out.put("document", step.document()).put("clause", step.clause());
        PolicyJson.seen(out, step.seen());
        ArrayNode conditions = out.putArray("conditions");
        step.atoms().forEach(a -> conditions.add(a.source()));
        out.put("expression", step.source());
        PolicyJson.place(out, step.place());
    }
}
