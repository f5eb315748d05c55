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
import java.util.function.BooleanSupplier;
import org.huiqi.ledger.job.Job;
import org.huiqi.report.Json;
import org.huiqi.screen.job.Workshop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells browsers how far a job is, as it goes. One thread serves all of them. */
final class JobEvents {
    private static final String STREAM = "text/event-stream";
    private static final Duration EVERY = Duration.ofMillis(500);
    /** So many times a job is looked at before it is asked again who is looking. */
    private static final int LOOK_EVERY = 4;

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
        Follower follower =
                new Follower(client, client.ctx().pathParam("id"), desk.guard().watch(client.ctx()));
        var ticking = ticker.scheduleWithFixedDelay(follower::tick, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        client.onClose(() -> ticking.cancel(false));
    }

    private final class Follower {
        private final SseClient client;
        private final String id;
        private final BooleanSupplier welcome;
        private String last = "";
        private int ticks;

        Follower(SseClient client, String id, BooleanSupplier welcome) {
            this.client = client;
            this.id = id;
            this.welcome = welcome;
        }

        void tick() {
            try {
                if (ticks++ % LOOK_EVERY == 0 && !welcome.getAsBoolean()) {
                    // logged out, locked or gone since
                    client.close();
                    return;
                }
                tell();
            } catch (RuntimeException e) {
                LOG.debug("a follower is lost: {}", e.toString());
                client.close();
            }
        }

        private void tell() {
            Workshop workshop = desk.jobs().get();
            Optional<Job> job = workshop.find(id);
            String now = job.map(j -> text(JobJson.tree(j, workshop))).orElse("");
            if (now.equals(last)) {
                client.sendComment("");
            } else {
                client.sendEvent("job", now);
            }
            last = now;
            if (job.isEmpty() || job.get().state().over()) {
                client.close();
            }
        }
    }

    private static String text(ObjectNode tree) {
        return new String(Json.bytes(tree), StandardCharsets.UTF_8).replace("\n", " ");
    }
}
