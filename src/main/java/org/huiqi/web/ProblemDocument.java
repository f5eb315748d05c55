package org.huiqi.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.huiqi.problem.Problem;
import org.huiqi.report.Json;

/**
 * What went wrong, as RFC 9457 asks.
 *
 * @param incident what to look for in the server's log; empty if nothing was logged
 * @param problems every single one, each with its place
 */
public record ProblemDocument(ProblemKind kind, int status, String incident, List<Problem> problems) {
    static final String MEDIA_TYPE = "application/problem+json";

    public ProblemDocument {
        problems = List.copyOf(problems);
    }

    static ProblemDocument of(ProblemKind kind, List<Problem> problems) {
        return new ProblemDocument(kind, kind.status(), "", problems);
    }

    byte[] bytes() {
        ObjectNode out = Json.object();
        out.put("type", kind.type())
                .put("title", kind.title().zh())
                .put("titleEn", kind.title().en())
                .put("status", status);
        if (!incident.isEmpty()) {
            out.put("instance", "urn:uuid:" + incident);
        }
        write(out.putArray("problems"), problems);
        return Json.bytes(out);
    }

    static void write(ArrayNode out, List<Problem> problems) {
        problems.forEach(p -> {
            ObjectNode one = out.addObject().put("path", p.place());
            Json.text(one.putObject("message"), p.message());
            Json.text(one.putObject("remedy"), p.remedy());
        });
    }
}
