package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.report.Json;

/** Logging in and out over the API. Thread-safe. */
final class SessionRoutes {
    private static final List<String> MEMBERS = List.of("name", "password");
    private final Guard guard;
    private final Logins logins;
    private final BodyReader bodies;

    SessionRoutes(Desk desk) {
        this.guard = desk.guard();
        this.logins = desk.logins();
        this.bodies = new BodyReader(desk.options().limits());
    }

    void login(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        JsonNode body = BodyReader.json(bodies.read(ctx));
        check(body);
        Caller caller = logins.login(
                ctx, body.path("name").asText(), body.path("password").asText());
        ctx.status(201).header("Location", "/api/v1/sessions/current");
        Answers.once(ctx, tree(caller));
    }

    void current(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        Answers.once(ctx, tree(guard.api(ctx)));
    }

    void logout(Context ctx) {
        new QueryReader(ctx, Set.of()).finish();
        logins.logout(ctx, guard.api(ctx));
        ctx.status(204).header("Cache-Control", SafetyHeaders.NEVER_KEEP);
    }

    private static ObjectNode tree(Caller caller) {
        ObjectNode out = Json.object()
                .put("account", caller.account().name())
                .put("role", caller.account().role().code());
        if (caller.session().isPresent()) {
            out.put("csrf", caller.formToken());
        }
        return out;
    }

    private static void check(JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        MEMBERS.stream()
                .filter(m -> !body.path(m).isTextual())
                .forEach(m -> problems.add(new Problem(
                        m,
                        new Text("缺少 " + m, m + " is missing"),
                        new Text("请提交 {\"name\": …, \"password\": …}。", "Send {\"name\": …, \"password\": …}."))));
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemKind.INVALID_BODY, problems);
        }
    }
}
