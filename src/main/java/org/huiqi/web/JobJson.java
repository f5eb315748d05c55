package org.huiqi.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.State;
import org.huiqi.report.Json;
import org.huiqi.screen.job.Workshop;

/** A screening job for programs. */
final class JobJson {
    private JobJson() {}

    static ObjectNode tree(Job job, Workshop workshop) {
        ObjectNode out = Json.object()
                .put("id", job.id())
                .put("state", job.state().code())
                .put("account", job.account())
                .put("created", job.created().toString())
                .put("asOf", job.wish().asOf().toString())
                .put("ruleBook", job.ruleBook())
                .put("recheck", job.wish().recheck());
        new TreeSet<>(job.wish().policies())
                .forEach(p -> out.withArray("policies").add(p));
        out.putObject("file")
                .put("name", job.file().name())
                .put("size", job.file().size())
                .put("sha256", job.file().digest());
        out.putObject("rows")
                .put("read", job.count().read())
                .put("screened", job.count().screened())
                .put("rejected", job.count().rejected());
        out.put("permille", job.count().permille());
        if (job.state() == State.FAILED && job.deletion().isEmpty()) {
            Json.text(out.putObject("problem"), job.problem());
        }
        if (job.hasResults()) {
            workshop.files(job).results().forEach(r -> out.withArray("results").add(r));
        }
        job.deletion()
                .ifPresent(d ->
                        out.putObject("deleted").put("at", d.at().toString()).put("by", d.by()));
        return out;
    }
}
