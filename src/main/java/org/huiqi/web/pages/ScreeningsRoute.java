package org.huiqi.web.pages;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, Text> LABELS = Map.of(
            "results.xlsx", new Text("工作簿:汇总、结论矩阵、只差一条、退回的行", "Workbook: summary, matrix, near misses, rejected rows"),
            "results.csv", new Text("结论矩阵", "Matrix of verdicts"),
            "results.near.csv", new Text("只差一条的企业", "Near misses"),
            "results.rejected.csv", new Text("退回的行", "Rejected rows"),
            "results.ndjson", new Text("每家企业的全部结论,供程序使用", "All of every firm, for programs"),
            "results.rejected.ndjson", new Text("退回的行,供程序使用", "Rejected rows, for programs"),
            "results.summary.json", new Text("汇总统计,供程序使用", "Summary, for programs"));

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

    record ScreeningPage(Chrome chrome, Staff.Badge badge, boolean may, Shown shown, List<Result> results) {}

    /** A file to be fetched. */
    record Result(String name, String label, String size) {}

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
        List<Result> results =
                job.state() == State.DONE ? results(workshop(staff).files(job), visit.lang()) : List.of();
        Chrome chrome = visit.chrome(job.file().name() + visit.words().of(" · 批量筛查", " · Screening"), "staff");
        visit.showOnce(
                "screening.jte",
                new ScreeningPage(chrome, staff.badge(), officer(staff), shown(job, visit.lang()), results));
    }

    /** The workbook first: it is what people open. */
    private static List<Result> results(JobFolder files, Lang lang) {
        return files.results().stream()
                .sorted(Comparator.comparing(n -> n.endsWith(".xlsx") ? 0 : 1))
                .map(n -> new Result(
                        n,
                        LABELS.getOrDefault(n, new Text(n, n)).in(lang),
                        size(files.result(n).map(f -> f.toFile().length()).orElse(0L))))
                .toList();
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
                String.valueOf(job.count().read()),
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
