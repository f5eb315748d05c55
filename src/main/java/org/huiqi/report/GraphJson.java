package org.huiqi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.huiqi.assess.PolicyGraph;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;

/** How policies rest on each other and shut each other out, as JSON: the policies, each after those it rests on, and two lists of arrows. */
public final class GraphJson {
    private GraphJson() {}

    public static ObjectNode tree(RuleBook book) {
        PolicyGraph graph = book.graph();
        ObjectNode root = Json.object().put("ruleBook", book.digest());
        ArrayNode policies = root.putArray("policies");
        ArrayNode requires = root.putArray("requires");
        ArrayNode excludes = root.putArray("excludes");
        for (String id : graph.ordered()) {
            policy(policies.addObject(), book.getPolicy(id));
            graph.requires(id).stream()
                    .sorted()
                    .forEach(on -> requires.addObject().put("policy", id).put("on", on));
        }
        graph.ordered().stream()
                .sorted()
                .forEach(id -> graph.excludes(id).stream()
                        .filter(other -> id.compareTo(other) < 0)
                        .sorted()
                        .forEach(other -> excludes.addArray().add(id).add(other)));
        return root;
    }

    private static void policy(ObjectNode out, Policy policy) {
        Json.text(out.put("id", policy.id()).putObject("name"), policy.name());
        out.put("level", policy.level().name().toLowerCase(Locale.ROOT));
        out.put("kind", policy.kind().name().toLowerCase(Locale.ROOT));
    }
}
