package org.huiqi.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiqi.advise.Advice;
import org.huiqi.advise.FieldPath;
import org.huiqi.advise.Position;
import org.huiqi.advise.Step;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.report.AdviceJson;
import org.huiqi.report.InterviewJson;
import org.huiqi.report.Json;

/** A profile in, what to do next out. The client keeps the state; the server keeps nothing. Thread-safe. */
final class AdviceRoutes {
    private static final List<String> MEMBERS = List.of("profile", "skipped", "previous");
    private final LiveBook live;
    private final ServerOptions options;
    private final BodyReader bodies;
    private final Places places;

    AdviceRoutes(Desk desk) {
        this.live = desk.live();
        this.options = desk.options();
        this.bodies = new BodyReader(options.limits());
        this.places = desk.places();
    }

    /** What an interview was sent, free of errors. */
    private record Sent(Position now, Optional<Profile> previous) {}

    void interview(Context ctx) {
        OpenBook open = live.now();
        QueryReader query = new QueryReader(ctx, Set.of("asOf", "policy"));
        Set<String> policies = query.names("policy", ids(open));
        LocalDate asOf = query.date("asOf", LocalDate.now(options.clock()));
        query.finish();
        byte[] body = bodies.read(ctx);
        Answers.once(ctx, places.compute(() -> InterviewJson.tree(open.book(), step(open, body, policies, asOf))));
    }

    void advise(Context ctx) {
        OpenBook open = live.now();
        QueryReader query = new QueryReader(ctx, Set.of("asOf", "policy"));
        Set<String> policies = query.names("policy", ids(open));
        LocalDate asOf = query.date("asOf", LocalDate.now(options.clock()));
        query.finish();
        byte[] body = bodies.read(ctx);
        Answers.once(ctx, places.compute(() -> AdviceJson.tree(open.book(), advice(open, body, policies, asOf))));
    }

    private static Advice advice(OpenBook open, byte[] body, Set<String> policies, LocalDate asOf) {
        JsonNode tree = BodyReader.json(body);
        try {
            ProfileSize.check(tree);
            return open.adviser().advise(open.reader().read(tree), asOf, policies);
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.INVALID_PROFILE, e.problems());
        }
    }

    private static Step step(OpenBook open, byte[] body, Set<String> policies, LocalDate asOf) {
        JsonNode tree = BodyReader.json(body);
        try {
            Sent sent = sent(open, tree, policies, asOf);
            return sent.previous()
                    .map(p -> open.interview().next(sent.now(), p))
                    .orElseGet(() -> open.interview().next(sent.now()));
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.INVALID_PROFILE, e.problems());
        }
    }

    private static Sent sent(OpenBook open, JsonNode tree, Set<String> policies, LocalDate asOf) {
        checkMembers(tree);
        Optional<Profile> profile = profile(open, tree, "profile");
        Optional<Profile> previous = profile(open, tree, "previous");
        Set<String> skipped = skipped(open, tree.path("skipped"));
        Profile now = profile.orElseGet(() -> open.reader().read(Json.object()));
        return new Sent(new Position(now, asOf, policies, skipped), previous);
    }

    private static Optional<Profile> profile(OpenBook open, JsonNode tree, String member) {
        JsonNode profile = tree.path(member);
        if (profile.isMissingNode() || profile.isNull()) {
            return Optional.empty();
        }
        ProfileSize.check(profile);
        return Optional.of(open.reader().read(profile));
    }

    private static void checkMembers(JsonNode tree) {
        if (!tree.isObject()) {
            throw refused("$", "应是一个对象", "must be an object", "{\"profile\": {…}, \"skipped\": […]}");
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
                String way = Nearest.to(shown, MEMBERS).orElse(String.join(", ", MEMBERS));
                throw refused(shown, "没有“" + shown + "”这一项", "there is no member '" + shown + "'", way);
            }
        });
    }

    /** A path that the dictionary does not have can skip nothing; one of an element that is gone harms nobody. */
    private static Set<String> skipped(OpenBook open, JsonNode paths) {
        Set<String> skipped = new LinkedHashSet<>();
        if (!paths.isMissingNode() && !paths.isNull() && !paths.isArray()) {
            throw refused("skipped", "应是列表", "must be a list", "[\"totalSales\"]");
        }
        for (JsonNode path : paths) {
            if (FieldPath.find(open.book().dictionary(), path.asText()).isEmpty()) {
                String shown = path.asText().length() > 60 ? path.asText().substring(0, 60) + "…" : path.asText();
                throw refused("skipped", "没有字段“" + shown + "”", "unknown field '" + shown + "'", "GET /api/v1/facts");
            }
            skipped.add(path.asText());
        }
        return skipped;
    }

    private static InvalidInputException refused(String place, String zh, String en, String way) {
        return new InvalidInputException(List.of(
                new Problem(place, new Text(zh, en), new Text("请写成或参见:" + way + "。", "Write or see: " + way + "."))));
    }

    private static List<String> ids(OpenBook open) {
        return open.book().policies().stream().map(Policy::id).toList();
    }
}
