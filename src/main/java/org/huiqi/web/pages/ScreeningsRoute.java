package org.huiqi.web.pages;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.screen.job.JobFolder;
import org.huiqi.screen.job.Workshop;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;

/** Lists of firms that officers have screened: sending one, following it, fetching what came of it. */
final class ScreeningsRoute {
    private static final int SHOWN = 50;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What can be fetched, by what it holds; each in the formats there are. */
    private static final Map<String, Text> CONTENTS = new LinkedHashMap<>();

    static {
        CONTENTS.put("results", new Text("结论矩阵", "Matrix of verdicts"));
        CONTENTS.put("results.near", new Text("只差一条的企业", "Near misses"));
        CONTENTS.put("results.rejected", new Text("退回的行", "Rejected rows"));
        CONTENTS.put("results.summary", new Text("汇总统计", "Summary"));
    }

    private static final String WORKBOOK = "results.xlsx";

    private ScreeningsRoute() {}

    /**
     * A job as people read it.
     *
     * @param size of the list
     * @param problem why it failed, line by line
     */
    record Shown(
            String id,
            String name,
            String size,
            String by,
            String when,
            String asOf,
            State state,
            String label,
            String rows,
            Job job,
            List<String> problem) {}

    /** {@code may}: whether who asks may send lists. */
    record ScreeningsPage(Chrome chrome, Staff.Badge badge, boolean may, String today, List<Shown> jobs) {}

    /** {@code workbook}: the file that people open; {@code contents}: the others. */
    record ScreeningPage(
            Chrome chrome,
            Staff.Badge badge,
            boolean may,
            Shown shown,
            Optional<Result> workbook,
            List<Content> contents,
            Optional<Overview> overview) {}

    record Content(String label, List<Result> results) {}

    /** A file to be fetched. */
    record Result(String name, String format, String size) {}

    static void list(Staff staff) {
        Visit visit = staff.visit();
        List<Shown> jobs = workshop(staff).newest(SHOWN).stream()
                .map(j -> shown(j, visit.lang()))
                .toList();
        Chrome chrome = visit.chrome(visit.words().of("批量筛查", "Screening"), "staff");
        visit.showOnce(
                "screenings.jte",
                new ScreeningsPage(
                        chrome, staff.badge(), officer(staff), visit.today().toString(), jobs));
    }

    static void one(Staff staff) {
        Visit visit = staff.visit();
        Job job = job(staff);
        JobFolder files = workshop(staff).files(job);
        List<Result> results = job.state() == State.DONE ? results(files) : List.of();
        Chrome chrome = visit.chrome(job.file().name() + visit.words().of(" · 批量筛查", " · Screening"), "staff");
        visit.showOnce(
                "screening.jte",
                new ScreeningPage(
                        chrome,
                        staff.badge(),
                        officer(staff),
                        shown(job, visit.lang()),
                        results.stream().filter(r -> r.name().equals(WORKBOOK)).findFirst(),
                        contents(results, visit.lang()),
                        results.isEmpty()
                                ? Optional.empty()
                                : Overview.of(files, visit.open().book(), visit.words())));
    }

    private static List<Content> contents(List<Result> results, Lang lang) {
        return CONTENTS.entrySet().stream()
                .map(c -> new Content(
                        c.getValue().in(lang),
                        results.stream()
                                .filter(r -> !r.name().equals(WORKBOOK))
                                .filter(r -> r.name()
                                        .substring(0, r.name().lastIndexOf('.'))
                                        .equals(c.getKey()))
                                .toList()))
                .filter(c -> !c.results().isEmpty())
                .toList();
    }

    private static List<Result> results(JobFolder files) {
        return files.results().stream()
                .map(n -> new Result(
                        n,
                        format(n.substring(n.lastIndexOf('.') + 1)),
                        size(files.result(n).map(f -> f.toFile().length()).orElse(0L))))
                .toList();
    }

    private static String format(String ending) {
        return ending.equals("parquet") ? "Parquet" : ending.toUpperCase(Locale.ROOT);
    }

    static void cancel(Staff staff, FormFields fields) {
        Visit visit = staff.visit();
        Job job = job(staff);
        try {
            workshop(staff).cancel(job.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        visit.ctx().header("Cache-Control", "no-store");
        visit.ctx().redirect(Links.in(visit.lang(), "/screenings/" + job.id()), HttpStatus.SEE_OTHER);
    }

    private static boolean officer(Staff staff) {
        return staff.caller().account().role().covers(Role.OFFICER);
    }

    static Workshop workshop(Staff staff) {
        return staff.visit().desk().jobs().get();
    }

    static Job job(Staff staff) {
        return workshop(staff)
                .find(staff.visit().ctx().pathParam("id"))
                .orElseThrow(() -> new ProblemException(ProblemKind.NO_SCREENING));
    }

    /** A job whose result is there to be read. */
    static Job finished(Staff staff) {
        Job job = job(staff);
        if (job.state() != State.DONE) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
        return job;
    }

    private static Shown shown(Job job, Lang lang) {
        return new Shown(
                job.id(),
                job.file().name(),
                size(job.file().size()),
                job.account(),
                when(job.created()),
                job.wish().asOf().toString(),
                job.state(),
                job.state().label().in(lang),
                String.format(Locale.ROOT, "%,d", job.count().read()),
                job,
                job.problem().in(lang).lines().toList());
    }

    private static String when(Instant at) {
        return at.atZone(CHINA).format(MINUTE);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + " KB" : bytes / 1_000_000 + " MB";
    }
}
