package org.huiqi.screen.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.Hours;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.Store;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes and what stays when a job is deleted, with the record in a SQLite file and in PostgreSQL. */
@ParameterizedClass
@EnumSource(Store.class)
final class DeletedJobsTest {
    private static final Job.Wish WISH = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 0, Lang.ZH);
    private static final String LIST = "统一社会信用代码,企业名称\n91370303MA3C0J8W0X,麒麟\n";
    private static final String NO_HEADINGS = "甲,乙\n机密,2\n";

    @Parameter
    private Store store = Store.SQLITE;

    @TempDir
    private Path folder = Path.of("");

    private final Hours hours = new Hours();

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(store.fresh(folder), hours);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Workshop workshop() {
        return workshop(Optional.empty());
    }

    private Workshop workshop(Optional<Duration> keep) {
        return Workshop.open(folder.resolve("jobs"), ledger.jobs(), RealRules::book, keep);
    }

    private static Job take(Workshop workshop, String list) throws IOException {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        return workshop.take("chen", "名单.csv", WISH, new ByteArrayInputStream(bytes), 1L << 40);
    }

    private static void await(BooleanSupplier met) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Job over(Workshop workshop, Job job) {
        await(() -> workshop.find(job.id()).orElseThrow().state().over());
        return workshop.find(job.id()).orElseThrow();
    }

    private List<String> folders() {
        try (Stream<Path> all = Files.list(folder.resolve("jobs"))) {
            return all.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theFilesGoAndTheRecordStays() throws IOException {
        try (Workshop workshop = workshop()) {
            Job done = over(workshop, take(workshop, LIST));
            assertThat(done.hasResults()).isTrue();
            assertThat(workshop.delete(done.id(), "liu")).isTrue();
            assertThat(workshop.delete(done.id(), "wang")).as("again").isFalse();
            await(() -> folders().isEmpty());
            Job record = workshop.find(done.id()).orElseThrow();
            assertThat(record.deletion()).contains(new Job.Deletion(hours.instant(), "liu"));
            assertThat(record.hasResults()).isFalse();
            assertThat(record.account()).isEqualTo("chen");
            assertThat(record.file()).isEqualTo(done.file());
            assertThat(record.ruleBook()).isEqualTo(RealRules.book().digest());
            assertThat(record.count()).isEqualTo(done.count());
            assertThat(record.state()).isEqualTo(State.DONE);
            assertThat(workshop.newest(9)).isEmpty();
            assertThat(workshop.deleted(9)).containsExactly(record);
        }
    }

    @Test
    void whatWasSaidOfCellsGoesToo() throws IOException {
        try (Workshop workshop = workshop()) {
            Job failed = over(workshop, take(workshop, NO_HEADINGS));
            assertThat(failed.problem().zh()).isNotEmpty();
            assertThat(workshop.delete(failed.id(), "chen")).isTrue();
            assertThat(workshop.find(failed.id()).orElseThrow().problem().zh()).isEmpty();
            await(() -> folders().isEmpty());
        }
    }

    @Test
    void aDeletionThatAProcessDidNotFinishIsFinishedByTheNext() throws IOException {
        Job done;
        try (Workshop workshop = workshop()) {
            done = over(workshop, take(workshop, LIST));
        }
        // on record, and then the process died
        assertThat(ledger.jobs().delete(done.id(), "chen")).isTrue();
        assertThat(folders()).containsExactly(done.id());
        try (Workshop workshop = workshop()) {
            assertThat(workshop.find(done.id()).orElseThrow().hasResults()).isFalse();
            await(() -> folders().isEmpty());
        }
    }

    @Test
    void whatHasBeenKeptLongEnoughGoesAndNothingYounger() throws IOException {
        try (Workshop workshop = workshop(Optional.of(Duration.ofDays(30)))) {
            Job old = over(workshop, take(workshop, NO_HEADINGS));
            hours.pass(Duration.ofDays(29));
            Job young = over(workshop, take(workshop, NO_HEADINGS));
            workshop.clear();
            assertThat(workshop.newest(9)).extracting(Job::id).containsExactly(young.id(), old.id());
            hours.pass(Duration.ofDays(2));
            workshop.clear();
            assertThat(workshop.newest(9)).extracting(Job::id).containsExactly(young.id());
            assertThat(workshop.deleted(9))
                    .extracting(j -> j.deletion().map(Job.Deletion::by))
                    .containsExactly(Optional.of(""));
            await(() -> folders().equals(List.of(young.id())));
        }
        hours.pass(Duration.ofDays(3_000));
        try (Workshop workshop = workshop()) {
            workshop.clear();
            assertThat(workshop.newest(9)).as("kept for good").hasSize(1);
        }
    }

    @Test
    void aWorkshopClearsNobodyElsesJobs() throws IOException {
        try (Workshop workshop = workshop()) {
            over(workshop, take(workshop, NO_HEADINGS));
            hours.pass(Duration.ofDays(9));
            assertThat(ledger.jobs().in("another").endedBefore(Duration.ofDays(1)))
                    .isEmpty();
        }
    }

    @Test
    void whatIsUnderWayIsCancelledFirstAndWhatWaitsGoesAtOnce() throws IOException {
        CountDownLatch begin = new CountDownLatch(1);
        try (Workshop workshop = Workshop.open(folder.resolve("jobs"), ledger.jobs(), () -> held(begin))) {
            List<Job> both = List.of(take(workshop, LIST), take(workshop, LIST));
            Job waiting = take(workshop, LIST);
            assertThat(workshop.delete(waiting.id(), "chen")).isFalse();
            assertThat(workshop.cancel(waiting.id())).isTrue();
            assertThat(folders())
                    .as("while two others hold both places")
                    .hasSize(2)
                    .doesNotContain(waiting.id());
            assertThat(workshop.delete(waiting.id(), "chen")).isTrue();
            Job first = both.get(0);
            assertThat(workshop.cancel(first.id())).isTrue();
            assertThat(workshop.delete(first.id(), "chen")).isTrue();
            begin.countDown();
            over(workshop, both.get(1));
            await(() -> folders().equals(List.of(both.get(1).id())));
            assertThat(workshop.deleted(9)).extracting(Job::state).containsOnly(State.CANCELLED);
        }
    }

    private static RuleBook held(CountDownLatch until) {
        try {
            until.await();
            return RealRules.book();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
