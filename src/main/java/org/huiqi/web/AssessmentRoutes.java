package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huiqi.assess.Assessor;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.report.AssessmentJson;
import org.huiqi.report.Json;
import org.huiqi.verdict.Assessment;

/** A profile in, verdicts or money out. Thread-safe. */
final class AssessmentRoutes {
    private final LiveBook live;
    private final ServerOptions options;
    private final BodyReader bodies;
    private final Places places;

    AssessmentRoutes(Desk desk) {
        this.live = desk.live();
        this.options = desk.options();
        this.bodies = new BodyReader(options.limits());
        this.places = desk.places();
    }

    void assess(Context ctx) {
        OpenBook open = live.now();
        QueryReader query = new QueryReader(ctx, Set.of("asOf", "policy", "lang", "assumeEntitled"));
        Set<String> policies = query.names("policy", ids(open));
        Assessor.Request request = request(query, policies);
        byte[] body = bodies.read(ctx);
        Answers.once(ctx, places.compute(() -> AssessmentJson.tree(open.book(), assess(open, body, request))));
    }

    void amount(Context ctx) {
        OpenBook open = live.now();
        Policy policy = Catalogue.policy(ctx, open);
        if (policy.amount().isEmpty()) {
            throw new ProblemException(ProblemKind.NO_AMOUNT, List.of(noAmount(open, policy)));
        }
        QueryReader query = new QueryReader(ctx, Set.of("asOf", "lang", "assumeEntitled"));
        Assessor.Request request = request(query, Set.of(policy.id()));
        byte[] body = bodies.read(ctx);
        Answers.once(ctx, places.compute(() -> amount(open, policy, assess(open, body, request))));
    }

    private Assessor.Request request(QueryReader query, Set<String> policies) {
        LocalDate asOf = query.date("asOf", LocalDate.now(options.clock()));
        Assessor.Request request = new Assessor.Request(asOf, policies, query.flag("assumeEntitled"), query.lang());
        query.finish();
        return request;
    }

    private static Assessment assess(OpenBook open, byte[] body, Assessor.Request request) {
        JsonNode tree = BodyReader.json(body);
        try {
            ProfileSize.check(tree);
            Profile profile = open.reader().read(tree);
            return open.assessor().assess(profile, request);
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.INVALID_PROFILE, e.problems());
        }
    }

    private static ObjectNode amount(OpenBook open, Policy policy, Assessment assessment) {
        ObjectNode out = Json.object()
                .put("ruleBook", assessment.ruleBook())
                .put("asOf", assessment.asOf().toString())
                .put("policy", policy.id());
        Json.text(out.putObject("name"), policy.name());
        assessment.policies().get(0).amount().ifPresent(a -> out.set("amount", AssessmentJson.tree(open.book(), a)));
        return out;
    }

    private static Problem noAmount(OpenBook open, Policy policy) {
        List<String> others = open.book().policies().stream()
                .filter(p -> p.amount().isPresent())
                .map(Policy::id)
                .toList();
        return new Problem(
                "policy",
                new Text(policy.name().zh() + "没有金额计算", "'" + policy.id() + "' computes no amount"),
                new Text("可计算的政策:" + String.join("、", others) + "。", "Policies that do: " + others + "."));
    }

    private static List<String> ids(OpenBook open) {
        return open.book().policies().stream().map(Policy::id).toList();
    }
}
