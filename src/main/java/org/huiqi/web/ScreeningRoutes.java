package org.huiqi.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.job.Job;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.report.Json;
import org.huiqi.screen.Options;
import org.huiqi.screen.job.NoRoomException;
import org.huiqi.screen.job.TooLargeException;
import org.huiqi.screen.job.Workshop;

/** Lists of firms in, jobs and their results out, for officers; auditors may look. Thread-safe. */
final class ScreeningRoutes {
    private static final long MOST_BYTES = 2_000_000_000L;
    /** Of one account, waiting ones included: more than a day's lists, and far from what would hurt. */
    private static final int MOST_UNDER_WAY = 50;

    private static final int MOST_LISTED = 200;
    /** Far less often than it would be asked otherwise, and far more often than a session ends for want of it. */
    private static final Duration TELL = Duration.ofMinutes(2);

    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv; charset=utf-8",
            "ndjson", "application/x-ndjson",
            "json", "application/json",
            "parquet", "application/vnd.apache.parquet",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final Desk desk;

    ScreeningRoutes(Desk desk) {
        this.desk = desk;
    }

    void submit(Context ctx) {
        Caller caller = desk.guard().api(ctx, Role.OFFICER);
        QueryReader query = new QueryReader(ctx, Set.of("name", "asOf", "policy", "recheck", "lang"));
        String name = query.one("name").map(String::strip).orElse("");
        Job.Wish wish = wish(query);
        query.finish();
        few(ctx, caller);
        if (ctx.req().getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        Job job = take(ctx, caller, name, wish);
        ctx.status(201).header("Location", "/api/v1/screenings/" + job.id());
        Answers.once(ctx, JobJson.tree(job, desk.jobs().get()));
    }

    /** A script that went wild fills neither the disk nor the queue of everybody else. */
    private void few(Context ctx, Caller caller) {
        int underWay = desk.guard().getLedger().jobs().underWay(caller.account().name());
        if (underWay >= MOST_UNDER_WAY) {
            ctx.header("Retry-After", "60");
            throw new ProblemException(
                    ProblemKind.TOO_MANY,
                    List.of(new Problem(
                            "$",
                            new Text(
                                    "这个账号还有 " + underWay + " 个任务没有结束",
                                    underWay + " screenings of this account are not over"),
                            new Text("请等它们结束,或取消一些再传。", "Wait for them, or cancel some."))));
        }
    }

    private Job.Wish wish(QueryReader query) {
        List<String> known =
                desk.live().now().book().policies().stream().map(Policy::id).toList();
        LocalDate asOf = query.date("asOf", LocalDate.now(desk.options().clock()));
        return new Job.Wish(asOf, query.names("policy", known), query.count("recheck", Options.RECHECK), query.lang());
    }

    private Job take(Context ctx, Caller caller, String name, Job.Wish wish) {
        try {
            String account = caller.account().name();
            return desk.jobs().get().take(account, name, wish, attended(ctx), MOST_BYTES, () -> arrived(ctx));
        } catch (InvalidInputException e) {
            throw new ProblemException(ProblemKind.INVALID_BODY, e.problems());
        } catch (TooLargeException e) {
            throw tooLarge();
        } catch (NoRoomException e) {
            throw noRoom();
        } catch (IOException gone) {
            Leftover.abandon(ctx);
            throw new ProblemException(ProblemKind.BAD_REQUEST);
        }
    }

    /** Who sends a list for an hour has not left the desk: the session is told so while it comes in. */
    private InputStream attended(Context ctx) throws IOException {
        return new FilterInputStream(ctx.req().getInputStream()) {
            private long told = System.nanoTime();

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (System.nanoTime() - told > TELL.toNanos()) {
                    told = System.nanoTime();
                    desk.guard().find(ctx);
                }
                return super.read(into, from, length);
            }
        };
    }

    /** Who was locked out or logged out while the list was on its way has sent none. */
    private void arrived(Context ctx) {
        Leftover.none(ctx);
        desk.guard().api(ctx, Role.OFFICER);
    }

    void list(Context ctx) {
        desk.guard().api(ctx, Role.OFFICER, Role.AUDITOR);
        QueryReader query = new QueryReader(ctx, Set.of("deleted"));
        boolean deleted = query.flag("deleted");
        query.finish();
        Workshop workshop = desk.jobs().get();
        ObjectNode out = Json.object();
        ArrayNode screenings = out.putArray("screenings");
        List<Job> jobs = deleted ? workshop.deleted(MOST_LISTED) : workshop.newest(MOST_LISTED);
        jobs.forEach(j -> screenings.add(JobJson.tree(j, workshop)));
        Answers.once(ctx, out);
    }

    void one(Context ctx) {
        Job job = job(ctx);
        new QueryReader(ctx, Set.of()).finish();
        Answers.once(ctx, JobJson.tree(job, desk.jobs().get()));
    }

    void cancel(Context ctx) {
        desk.guard().api(ctx, Role.OFFICER);
        Job job = job(ctx);
        new QueryReader(ctx, Set.of()).finish();
        desk.jobs().get().cancel(job.id());
        Answers.once(ctx, JobJson.tree(job(ctx), desk.jobs().get()));
    }

    /** The list and the results; the record stays. */
    void delete(Context ctx) throws IOException {
        Caller caller = desk.guard().api(ctx, Role.OFFICER);
        Job job = job(ctx);
        new QueryReader(ctx, Set.of()).finish();
        desk.jobs().delete(caller, job, Client.address(ctx, desk.options()));
        Answers.once(ctx, JobJson.tree(job(ctx), desk.jobs().get()));
    }

    void result(Context ctx) throws IOException {
        Job job = job(ctx);
        new QueryReader(ctx, Set.of()).finish();
        if (!job.hasResults()) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
        String name = ctx.pathParam("name");
        Path file = desk.jobs()
                .get()
                .files(job)
                .result(name)
                .orElseThrow(() -> new ProblemException(ProblemKind.NO_SCREENING));
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        try {
            Download.send(ctx, file, type, job.id().substring(0, 8) + "-" + name);
        } catch (NoSuchFileException deletedMeanwhile) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
    }

    /** The job of the path, for who may look. */
    Job job(Context ctx) {
        desk.guard().api(ctx, Role.OFFICER, Role.AUDITOR);
        return desk.jobs()
                .get()
                .find(ctx.pathParam("id"))
                .orElseThrow(() -> new ProblemException(ProblemKind.NO_SCREENING));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemKind.TOO_LARGE,
                List.of(new Problem(
                        "$",
                        new Text("名单超过2GB", "the list is larger than 2 GB"),
                        new Text("请分成几份,或在服务器上用 huiqi screen。", "Split it, or use huiqi screen on the server."))));
    }

    private static ProblemException noRoom() {
        return new ProblemException(
                ProblemKind.NO_ROOM,
                List.of(new Problem(
                        "$",
                        new Text(
                                "服务器的磁盘写不下这份名单,没有留下任何部分",
                                "the server's disk has no room for this list; nothing of it was kept"),
                        new Text("请管理员清理磁盘后再传。", "Ask the administrator to make room, then send it again."))));
    }
}
