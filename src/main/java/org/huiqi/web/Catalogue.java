package org.huiqi.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.report.DictionaryJson;
import org.huiqi.report.GraphJson;
import org.huiqi.report.PolicyJson;

/** What the rule book says, whoever asks. Thread-safe. */
final class Catalogue {
    private final LiveBook live;
    private final ServerOptions options;

    Catalogue(LiveBook live, ServerOptions options) {
        this.live = live;
        this.options = options;
    }

    void policies(Context ctx) {
        OpenBook open = live.now();
        QueryReader query = new QueryReader(ctx, Set.of("asOf"));
        LocalDate asOf = query.date("asOf", LocalDate.now(options.clock()));
        query.finish();
        Answers.revalidated(ctx, PolicyJson.list(open.book(), asOf));
    }

    void policy(Context ctx) {
        OpenBook open = live.now();
        Policy policy = policy(ctx, open);
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, PolicyJson.tree(open.book(), policy));
    }

    void graph(Context ctx) {
        OpenBook open = live.now();
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, GraphJson.tree(open.book()));
    }

    void facts(Context ctx) {
        OpenBook open = live.now();
        new QueryReader(ctx, Set.of()).finish();
        Answers.revalidated(ctx, DictionaryJson.tree(open.book()));
    }

    /** The policy named in the path. */
    static Policy policy(Context ctx, OpenBook open) {
        String id = ctx.pathParam("policy");
        return open.book().findPolicy(id).orElseThrow(() -> unknown(id, open));
    }

    private static ProblemException unknown(String id, OpenBook open) {
        String shown = id.length() <= 60 ? id : id.substring(0, 60) + "…";
        List<String> known = open.book().policies().stream().map(Policy::id).toList();
        return new ProblemException(
                ProblemKind.UNKNOWN_POLICY,
                List.of(new Problem(
                        "policy",
                        new Text("没有政策“" + shown + "”", "unknown policy '" + shown + "'"),
                        new Text(
                                Nearest.to(shown, known)
                                        .map(n -> "是不是“" + n + "”?")
                                        .orElse("见 GET /api/v1/policies。"),
                                Nearest.to(shown, known)
                                        .map(n -> "Maybe '" + n + "'?")
                                        .orElse("See GET /api/v1/policies.")))));
    }
}
