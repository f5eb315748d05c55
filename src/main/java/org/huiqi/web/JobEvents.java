package org.huiqi.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.huiqi.ledger.job.Job;
import org.huiqi.report.Json;
import org.huiqi.screen.job.Workshop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells browsers how far a job is, as it goes. One thread serves all of them. */
final class JobEvents {
    private static final String STREAM = "text/event-stream";
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private final Desk desk;
    private final ScreeningRoutes screenings;
    private final SseHandler stream = new SseHandler(this::follow);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread thread = new Thread(r, "events");
        thread.setDaemon(true);
        return thread;
    });

    JobEvents(Desk desk, ScreeningRoutes screenings) {
        this.desk = desk;
        this.screenings = screenings;
    }

    /** A stream for who asks for one; else the job as it is, once. */
    void tell(Context ctx) {
        screenings.job(ctx);
        if (STREAM.equals(ctx.header("Accept")) && ctx.req().getMethod().equals("GET")) {
            ctx.header("Cache-Control", SafetyHeaders.NEVER_KEEP);
            stream.handle(ctx);
        } else {
            screenings.one(ctx);
        }
    }

    private void follow(SseClient client) {
        client.keepAlive();
        String id = client.ctx().pathParam("id");
        AtomicReference<String> last = new AtomicReference<>("");
        Runnable tick = () -> tick(client, id, last);
        var ticking = ticker.scheduleWithFixedDelay(tick, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        client.onClose(() -> ticking.cancel(false));
    }

    private void tick(SseClient client, String id, AtomicReference<String> last) {
        try {
            Workshop workshop = desk.jobs().get();
            Optional<Job> job = workshop.find(id);
            String now = job.map(j -> text(JobJson.tree(j, workshop))).orElse("");
            if (!now.equals(last.getAndSet(now))) {
                client.sendEvent("job", now);
            } else {
                client.sendComment("");
            }
            if (job.isEmpty() || job.get().state().over()) {
                client.close();
            }
        } catch (RuntimeException e) {
            LOG.debug("a follower is lost: {}", e.toString());
            client.close();
        }
    }

    private static String text(ObjectNode tree) {
        return new String(Json.bytes(tree), StandardCharsets.UTF_8).replace("\n", " ");
    }
}
