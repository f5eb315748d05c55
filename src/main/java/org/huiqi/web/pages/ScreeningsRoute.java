package org.huiqi.web.pages;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
import org.huiqi.report.Words;
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
     * @param deleted when and by whom its files were deleted; empty: they were not
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
            List<String> problem,
            String deleted) {}

    /**
     * The jobs there are, or the records of those that were deleted.
     *
     * @param may whether who asks may send lists
     * @param kept how many days jobs are kept; 0: until somebody deletes them
     */
    record ScreeningsPage(
            Chrome chrome,
            Staff.Badge badge,
            boolean may,
            String today,
            boolean deleted,
            long kept,
            List<Shown> jobs) {}

    /**
     * One job.
     *
     * @param may whether who asks may cancel it
     * @param mayDelete or delete it, now that it is over
     * @param workbook the file that people open
     * @param contents the others
     */
    record ScreeningPage(
            Chrome chrome,
            Staff.Badge badge,
            boolean may,
            boolean mayDelete,
            Shown shown,
            Optional<Result> workbook,
            List<Content> contents,
            Optional<Overview> overview) {}

    record Content(String label, List<Result> results) {}

    /** A file to be fetched. */
    record Result(String name, String format, String size) {}

    static void list(Staff staff) {
        Visit visit = staff.visit();
        boolean deleted = visit.ctx().queryParam("deleted") != null;
        Workshop workshop = workshop(staff);
        List<Job> jobs = deleted ? workshop.deleted(SHOWN) : workshop.newest(SHOWN);
        Chrome chrome = visit.chrome(visit.words().of("批量筛查", "Screening"), "staff");
        visit.showOnce(
                "screenings.jte",
                new ScreeningsPage(
                        chrome,
                        staff.badge(),
                        officer(staff),
                        visit.today().toString(),
                        deleted,
                        workshop.keep().map(Duration::toDays).orElse(0L),
                        jobs.stream().map(j -> shown(j, visit.words())).toList()));
    }

    static void one(Staff staff) {
        Visit visit = staff.visit();
        Job job = job(staff);
        JobFolder files = workshop(staff).files(job);
        List<Result> results = job.hasResults() ? results(files) : List.of();
        Chrome chrome = visit.chrome(job.file().name() + visit.words().of(" · 批量筛查", " · Screening"), "staff");
        visit.showOnce(
                "screening.jte",
                new ScreeningPage(
                        chrome,
                        staff.badge(),
                        officer(staff),
                        deletable(staff, job),
                        shown(job, visit.words()),
                        results.stream().filter(r -> r.name().equals(WORKBOOK)).findFirst(),
                        contents(results, visit.lang()),
                        results.isEmpty()
                                ? Optional.empty()
                                : Overview.of(files, visit.open().book(), visit.words())));
    }

    private static boolean deletable(Staff staff, Job job) {
        return job.state().over()
                && job.deletion().isEmpty()
                && staff.visit().desk().jobs().mayDelete(staff.caller(), job);
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
        Job job = job(staff);
        workshop(staff).cancel(job.id());
        back(staff, job);
    }

    static void delete(Staff staff, FormFields fields) {
        Job job = job(staff);
        try {
            staff.visit().desk().jobs().delete(staff.caller(), job, staff.client());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        back(staff, job);
    }

    private static void back(Staff staff, Job job) {
        Visit visit = staff.visit();
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
        if (!job.hasResults()) {
            throw new ProblemException(ProblemKind.NO_SCREENING);
        }
        return job;
    }

    private static Shown shown(Job job, Words words) {
        Lang lang = words.lang();
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
                job.problem().in(lang).lines().toList(),
                job.deletion().map(d -> deleted(d, words)).orElse(""));
    }

    private static String deleted(Job.Deletion deletion, Words words) {
        String at = when(deletion.at());
        return deletion.by().isEmpty()
                ? words.of(at + " 保存期满,自动删除", at + ", kept as long as the server keeps them")
                : words.of(at + " 由 " + deletion.by() + " 删除", at + " by " + deletion.by());
    }

    private static String when(Instant at) {
        return at.atZone(CHINA).format(MINUTE);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + " KB" : bytes / 1_000_000 + " MB";
    }
}
