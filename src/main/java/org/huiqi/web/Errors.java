package org.huiqi.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every exception becomes a problem document. What nobody foresaw is logged by an incident number, which is all the client learns. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final int FRAMES = 12;

    private final Site site;

    private Errors(Site site) {
        this.site = site;
    }

    static void route(JavalinConfig config, Site site) {
        Errors errors = new Errors(site);
        config.routes.exception(
                ProblemException.class,
                (e, ctx) -> Answers.problem(ctx, ProblemDocument.of(e.kind(), e.problems()), site));
        config.routes.exception(HttpResponseException.class, errors::refused);
        config.routes.exception(Exception.class, (e, ctx) -> Answers.problem(ctx, incident(e), site));
        config.router.javaLangErrorHandler(Errors::fatal);
    }

    private void refused(HttpResponseException e, Context ctx) {
        ProblemKind kind = ProblemKind.of(e.getStatus());
        String allowed = e.getDetails().values().stream().findFirst().orElse("");
        if (kind == ProblemKind.METHOD_NOT_ALLOWED) {
            ctx.header("Allow", allowed);
        }
        Answers.problem(ctx, ProblemDocument.of(kind, explain(kind, ctx, allowed)), site);
    }

    private static List<Problem> explain(ProblemKind kind, Context ctx, String allowed) {
        return switch (kind) {
            case METHOD_NOT_ALLOWED ->
                List.of(new Problem(
                        "method",
                        new Text("不接受 " + ctx.req().getMethod(), ctx.req().getMethod() + " is not accepted"),
                        new Text("可用:" + allowed + "。", "Allowed: " + allowed + ".")));
            case NOT_FOUND ->
                List.of(new Problem(
                        "path",
                        new Text("没有这个地址", "nothing is here"),
                        new Text("全部地址见 /openapi.json。", "All addresses are in /openapi.json.")));
            default -> List.of();
        };
    }

    /** An error of the JVM itself (a stack or heap too small) ends the request, not the server. */
    private static void fatal(HttpServletResponse response, Error error) {
        ProblemDocument document = incident(error);
        try {
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            response.setHeader("Cache-Control", SafetyHeaders.NEVER_KEEP);
            response.getOutputStream().write(document.bytes());
        } catch (IOException | IllegalStateException e) {
            LOG.warn(
                    "the answer to an incident could not be sent: {}",
                    e.getClass().getName());
        }
    }

    private static ProblemDocument incident(Throwable cause) {
        String number = UUID.randomUUID().toString();
        LOG.error("incident {}: {}", number, trace(cause));
        Problem where = new Problem(
                "$",
                new Text("事件编号 " + number, "incident " + number),
                new Text("请把编号告诉管理员。", "Tell the administrator this number."));
        return new ProblemDocument(ProblemKind.INTERNAL, ProblemKind.INTERNAL.status(), number, List.of(where));
    }

    /** Classes and lines only: a message may quote the profile, and profiles are not logged. */
    private static String trace(Throwable cause) {
        String frames = Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(f -> "\n    at " + f)
                .collect(Collectors.joining());
        Throwable deeper = cause.getCause();
        return cause.getClass().getName() + frames + (deeper == null ? "" : "\n  caused by " + trace(deeper));
    }
}
