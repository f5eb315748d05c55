package org.huiqi.web.pages;

import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
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
import java.util.Set;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.account.Role;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.State;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.report.Words;
import org.huiqi.screen.job.JobFolder;
import org.huiqi.screen.job.Workshop;
import org.huiqi.screen.output.Template;
import org.huiqi.web.Answers;
import org.huiqi.web.ProblemException;
import org.huiqi.web.ProblemKind;
import org.huiqi.web.QueryReader;

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
        CONTENTS.put("results.criteria", new Text("条件说明", "What conditions say"));
        CONTENTS.put("results.summary", new Text("汇总统计", "Summary"));
    }

    private static final String WORKBOOK = "results.xlsx";
    private static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ScreeningsRoute() {}

    /**
     * A job as people read it.
     *
     * @param size of the list
     * @param policies names of those it is screened for; empty: all
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
            List<String> policies,
            Job job,
            List<String> problem,
            String deleted) {}

    /**
     * The jobs there are, or the records of those that were deleted.
     *
     * @param may whether who asks may send lists
     * @param kept how many days jobs are kept; 0: until somebody deletes them
     * @param policies what lists can be screened for
     */
    record ScreeningsPage(
            Chrome chrome,
            Staff.Badge badge,
            boolean may,
            String today,
            boolean deleted,
            long kept,
            List<Shown> jobs,
            List<Choice> policies) {}

    /** {@code id} of a policy, and its name. */
    record Choice(String id, String name) {}

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
                        jobs.stream().map(j -> shown(j, visit)).toList(),
                        visit.open().book().policies().stream()
                                .map(p -> new Choice(p.id(), p.name().in(visit.lang())))
                                .toList()));
    }

    /** A list to fill in, for all policies or those that are chosen. */
    static void template(Staff staff) {
        Visit visit = staff.visit();
        RuleBook book = visit.open().book();
        QueryReader query = new QueryReader(visit.ctx(), Set.of("policy"));
        Set<String> chosen =
                query.names("policy", book.policies().stream().map(Policy::id).toList());
        query.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Template.write(out, book, chosen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        visit.ctx().header("Content-Disposition", "attachment; filename=\"huiqi-list.xlsx\"");
        Answers.once(visit.ctx(), WORKBOOK_TYPE, out.toByteArray());
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
                        shown(job, visit),
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

    private static Shown shown(Job job, Visit visit) {
        Lang lang = visit.lang();
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
                policies(job, visit),
                job,
                job.problem().in(lang).lines().toList(),
                job.deletion().map(d -> deleted(d, visit.words())).orElse(""));
    }

    /** By the rules of today; a policy they have no more is known by its id. */
    private static List<String> policies(Job job, Visit visit) {
        RuleBook book = visit.open().book();
        return job.wish().policies().stream()
                .sorted()
                .map(p -> book.findPolicy(p).map(k -> k.name().in(visit.lang())).orElse(p))
                .toList();
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
