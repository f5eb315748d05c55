package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiqi.policy.Requirement;
import org.huiqi.policy.Score;

/** What a stage demands, as JSON: the kinds and parts of an assessed tree, before anything is found. */
final class RequirementJson {
    private RequirementJson() {}

    static void write(ObjectNode out, Requirement requirement) {
        if (requirement instanceof Requirement.One one) {
            out.put("kind", "criterion").put("criterion", one.criterion());
        } else if (requirement instanceof Requirement.Group group) {
            group(out, group);
        } else if (requirement instanceof Requirement.Branch branch) {
            out.put("kind", "if");
            Json.unlessEmpty(out, "label", branch.label());
            parts(out, List.of(branch.condition(), branch.then()), branch.otherwise());
        } else if (requirement instanceof Requirement.Scored scored) {
            score(out.put("kind", "score").putObject("score"), scored.score());
        } else if (requirement instanceof Requirement.Scoped scoped) {
            Json.texts(out.put("kind", "in_editions").putArray("editions"), scoped.only());
            parts(out, List.of(scoped.inner()), Optional.empty());
        }
    }

    private static void group(ObjectNode out, Requirement.Group group) {
        out.put("kind", group.join().name().toLowerCase(Locale.ROOT));
        Json.unlessEmpty(out, "label", group.label());
        if (group.join() == Requirement.Join.AT_LEAST) {
            out.put("count", group.count());
        }
        parts(out, group.parts(), Optional.empty());
    }

    private static void parts(ObjectNode out, List<Requirement> parts, Optional<Requirement> last) {
        ArrayNode array = out.putArray("parts");
        parts.forEach(p -> write(array.addObject(), p));
        last.ifPresent(p -> write(array.addObject(), p));
    }

    private static void score(ObjectNode out, Score score) {
        out.put("id", score.id()).put("label", score.label());
        out.put("document", score.document())
                .put("clause", score.clause())
                .put("seen", score.seen().code());
        out.put("threshold", score.threshold()).put("strict", score.strict());
        ArrayNode sections = out.putArray("sections");
        score.sections().forEach(s -> section(sections.addObject(), s));
    }

    private static void section(ObjectNode out, Score.Section section) {
        out.put("label", section.label());
        section.cap().ifPresent(cap -> out.put("cap", cap));
        ArrayNode items = out.putArray("items");
        section.items().forEach(i -> item(items.addObject(), i));
    }

    private static void item(ObjectNode out, Score.Item item) {
        if (item instanceof Score.Item.Best best) {
            Json.texts(out.putArray("best"), best.criteria());
            if (best.atLeast().signum() > 0) {
                out.put("atLeast", best.atLeast());
            }
        } else if (item instanceof Score.Item.OfField field) {
            out.put("field", field.field());
        }
    }
}
