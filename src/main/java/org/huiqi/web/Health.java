package org.huiqi.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Set;
import org.huiqi.report.Json;

/** Whether there is a rule book to serve, which one, and why a newer one is not served. Thread-safe. */
final class Health {
    private final LiveBook live;

    Health(LiveBook live) {
        this.live = live;
    }

    void tell(Context ctx) {
        LiveBook.State state = live.state();
        new QueryReader(ctx, Set.of()).finish();
        if (state.open().isEmpty()) {
            ctx.status(ProblemKind.NOT_READY.status()).header("Retry-After", "1");
        }
        Answers.once(ctx, tree(state));
    }

    private static ObjectNode tree(LiveBook.State state) {
        ObjectNode out = Json.object().put("status", state.open().isPresent() ? "ready" : "starting");
        state.open()
                .ifPresent(o -> out.put("ruleBook", o.book().digest())
                        .put("since", o.since().toString())
                        .put("opened", state.swaps())
                        .put("policies", o.book().policies().size())
                        .put("criteria", o.book().rules().criteria().size()));
        state.refusal().ifPresent(r -> {
            ObjectNode refused = out.putObject("refused").put("at", r.at().toString());
            ProblemDocument.write(refused.putArray("problems"), r.problems());
        });
        return out;
    }
}
