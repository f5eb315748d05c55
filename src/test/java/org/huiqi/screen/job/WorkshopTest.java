package org.huiqi.screen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.Store;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.Jobs;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs on the rules of this project, with their records in a SQLite file and in PostgreSQL. */
@ParameterizedClass
@EnumSource(Store.class)
final class WorkshopTest {
    private static final int ROWS = 3_000;
    private static final Job.Wish WISH = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 700, Lang.ZH);

    @TempDir
    private static Path lists = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Path list;

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private Jobs jobs;

    @BeforeAll
    static void write() throws IOException {
        list = lists.resolve("firms.csv");
        FirmList.write(RealRules.book(), list, ROWS, 40);
    }

    @BeforeEach
    void open() {
        ledger = Ledger.open(store.fresh(folder), Clock.systemUTC());
        jobs = ledger.jobs();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Workshop workshop() {
        return Workshop.open(folder.resolve("jobs"), jobs, RealRules::book);
    }

    private Job take(Workshop workshop) throws IOException {
        try (InputStream in = Files.newInputStream(list)) {
            return workshop.take("chen", "名单.csv", WISH, in, 1_000_000_000);
        }
    }

    private interface Until {
        boolean met(Job job);
    }

    private static Job await(Workshop workshop, String id, Until until) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        Job job = workshop.find(id).orElseThrow();
        while (!until.met(job)) {
            assertThat(System.nanoTime()).as("waiting for %s", job).isLessThan(end);
            LockSupport.parkNanos(2_000_000);
            job = workshop.find(id).orElseThrow();
        }
        return job;
    }

    private static Map<String, String> results(Workshop workshop, Job job) {
        Map<String, String> results = new TreeMap<>();
        JobFolder files = workshop.files(job);
        files.results().forEach(name -> {
            try {
                byte[] bytes = Files.readAllBytes(files.result(name).orElseThrow());
                results.put(
                        name,
                        java.util.HexFormat.of()
                                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                        .digest(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
        return results;
    }

    @Test
    void anInterruptedJobEndsWithTheSameBytesAsOneThatWasNot() throws IOException {
        Random random = new Random(5);
        Map<String, String> whole;
        Job cut;
        try (Workshop workshop = workshop()) {
            Job job = take(workshop);
            assertThat(await(workshop, job.id(), j -> j.state().over()).state()).isEqualTo(State.DONE);
            whole = results(workshop, job);
            assertThat(whole).containsKeys("results.csv", "results.ndjson", "results.xlsx", "results.summary.json");
            cut = take(workshop);
            await(workshop, cut.id(), j -> j.count().blocks() >= 1);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(jobs.get(cut.id()).state()).isIn(State.INTERRUPTED, State.DONE);
            tear(folder.resolve("jobs").resolve(cut.id()).resolve("blocks.log"), random);
            try (Workshop workshop = workshop()) {
                long goal = random.nextInt(6);
                await(workshop, cut.id(), j -> j.state().over() || j.count().blocks() >= goal);
            }
        }
        try (Workshop workshop = workshop()) {
            Job done = await(workshop, cut.id(), j -> j.state().over());
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.count().read()).isEqualTo(ROWS);
            assertThat(results(workshop, done)).isEqualTo(whole);
        }
    }

    @Test
    void aJobThatDiedWhileItWroteResultsStillCountsEveryRow() throws IOException {
        JobFolder files = new JobFolder(folder.resolve("jobs/died"));
        Files.copy(list, JobFolder.list(files.folder(), "名单.csv"));
        Job job = jobs.add("died", "chen", new Job.File("名单.csv", Files.size(list), ""), WISH);
        new JobRun(files, job, RealRules.book(), 2).run(count -> {});
        assertThat(files.log()).isNotEmptyFile();
        try (Workshop workshop = workshop()) {
            Job done = await(workshop, "died", j -> j.state().over());
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.count().read()).isEqualTo(ROWS);
        }
    }

    /** As a process leaves a log that dies while it writes, or a machine that loses the end of it. */
    private static void tear(Path log, Random random) throws IOException {
        if (Files.exists(log)) {
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, channel.size() - random.nextInt(200_000)));
            }
        }
    }

    @Test
    void twoJobsAtOnceDoNotMix() throws IOException {
        try (Workshop workshop = workshop()) {
            Job one = take(workshop);
            Job other = take(workshop);
            await(workshop, one.id(), j -> j.state().over());
            await(workshop, other.id(), j -> j.state().over());
            assertThat(results(workshop, one))
                    .isEqualTo(results(workshop, other))
                    .hasSizeGreaterThan(4);
        }
    }

    @Test
    void aCancelledJobStopsAndStaysCancelled() throws IOException {
        String id;
        try (Workshop workshop = workshop()) {
            id = take(workshop).id();
            await(workshop, id, j -> j.state() != State.QUEUED);
            assertThat(workshop.cancel(id)).isTrue();
            assertThat(workshop.cancel(id)).isFalse();
        }
        assertThat(folders()).isEmpty();
        Files.createDirectories(folder.resolve("jobs").resolve(id).resolve("results.part"));
        try (Workshop workshop = workshop()) {
            Job job = workshop.find(id).orElseThrow();
            assertThat(job.state()).isEqualTo(State.CANCELLED);
            assertThat(workshop.files(job).results()).isEmpty();
            assertThat(folders()).as("left by a process that died").isEmpty();
        }
    }

    @Test
    void aJobThatIsCancelledWhileItWritesResultsHasNone() throws IOException {
        Job job;
        try (Workshop workshop = workshop()) {
            job = take(workshop);
            Path writing = folder.resolve("jobs").resolve(job.id()).resolve("results.part");
            await(workshop, job.id(), j -> j.state().over() || Files.exists(writing));
            assertThat(workshop.cancel(job.id())).isTrue();
        }
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(folders()).isEmpty();
    }

    @Test
    void aClientThatGoesAwayLeavesNothingBehind() throws IOException {
        try (Workshop workshop = workshop()) {
            InputStream gone = new SequenceInputStream(
                    new ByteArrayInputStream(Files.readAllBytes(list), 0, 100_000), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new EOFException("gone");
                        }
                    });
            assertThatThrownBy(() -> workshop.take("chen", "a.csv", WISH, gone, 1_000_000_000))
                    .isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> take(workshop, 99_999)).isInstanceOf(TooLargeException.class);
            assertThat(jobs.newest(9)).isEmpty();
            assertThat(folders()).isEmpty();
        }
    }

    private static Job take(Workshop workshop, long most) throws IOException {
        try (InputStream in = Files.newInputStream(list)) {
            return workshop.take("chen", "名单.csv", WISH, in, most);
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("jobs"))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void aListThatHadNotArrivedWhenTheProcessEndedIsSweptOut() throws IOException {
        Files.createDirectories(folder.resolve("jobs").resolve("arriving-x"));
        Files.writeString(folder.resolve("jobs").resolve("arriving-x").resolve("list.csv"), "half");
        try (Workshop workshop = workshop()) {
            assertThat(folders()).isEmpty();
        }
    }

    @Test
    void aListThatHadArrivedAndWasOnRecordIsScreenedByTheNextProcess() throws IOException {
        Path arriving = Files.createDirectories(folder.resolve("jobs").resolve("arriving-told"));
        Files.write(JobFolder.list(arriving, "名单.csv"), Files.readAllLines(list).subList(0, 9));
        jobs.add("told", "chen", new Job.File("名单.csv", Files.size(list), ""), WISH);
        try (Workshop workshop = workshop()) {
            assertThat(await(workshop, "told", j -> j.state().over()).state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void aListThatCannotBeReadFailsAndSaysWhy() throws IOException {
        try (Workshop workshop = workshop()) {
            InputStream noHeadings =
                    new ByteArrayInputStream("甲,乙\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Job job = workshop.take("chen", "odd.csv", WISH, noHeadings, 1_000);
            Job failed = await(workshop, job.id(), j -> j.state().over());
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.problem().zh()).contains("没有认识的标题");
            assertThatThrownBy(() -> workshop.take("chen", "a.pdf", WISH, InputStream.nullInputStream(), 9))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void twoProcessesNeverWorkInOneFolder() throws IOException {
        try (Workshop workshop = workshop()) {
            assertThat(workshop.newest(1)).isEmpty();
            assertThatThrownBy(this::workshop).isInstanceOf(RuntimeException.class);
        }
        workshop().close();
    }

    @Test
    void whatIsKeptOfAJobSaysWhoWhenWhichFileAndWhichRules() throws IOException {
        try (Workshop workshop = workshop()) {
            Job job = await(workshop, take(workshop).id(), j -> j.state().over());
            assertThat(job.account()).isEqualTo("chen");
            assertThat(job.file().name()).isEqualTo("名单.csv");
            assertThat(job.file().size()).isEqualTo(Files.size(list));
            assertThat(job.file().digest()).hasSize(64);
            assertThat(job.ruleBook()).isEqualTo(RealRules.book().digest());
            assertThat(job.count().read())
                    .isEqualTo(job.count().screened() + job.count().rejected())
                    .isEqualTo(ROWS);
        }
    }
}
