package org.huiqi.screen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.Store;
import org.huiqi.ledger.job.Job;
import org.huiqi.ledger.job.State;
import org.huiqi.problem.Lang;
import org.huiqi.screen.OutputFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks and files do to jobs. */
final class WorkshopFaultsTest {
    private static final Job.Wish WISH = new Job.Wish(LocalDate.of(2026, 1, 12), Set.of(), 0, Lang.ZH);

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(Store.SQLITE.fresh(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Path jobs() {
        return folder.resolve("jobs");
    }

    private Workshop workshop() {
        return Workshop.open(jobs(), ledger.jobs(), RealRules::book);
    }

    private static Job over(Workshop workshop, Job job) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!workshop.find(job.id()).orElseThrow().state().over()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
        return workshop.find(job.id()).orElseThrow();
    }

    private static boolean done(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A disk of its own for the jobs, of three megabytes. Only root may have one. */
    private interface OnSmallDisk {
        void run() throws IOException;
    }

    private void onSmallDisk(OnSmallDisk test) throws IOException {
        Files.createDirectory(jobs());
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", jobs().toString()), "may not mount");
        try {
            test.run();
        } finally {
            done("umount", "-l", jobs().toString());
        }
    }

    private byte[] list(int rows) throws IOException {
        Path list = folder.resolve("list.csv");
        FirmList.write(RealRules.book(), list, rows, 40);
        return Files.readAllBytes(list);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> all = Files.list(jobs())) {
            return all.map(f -> f.getFileName().toString())
                    .filter(n -> !Set.of("lock", "workshop").contains(n))
                    .toList();
        }
    }

    @Test
    void aListForWhichThereIsNoRoomLeavesNothingBehind() throws IOException {
        byte[] list = new byte[4_000_000];
        onSmallDisk(() -> {
            try (Workshop workshop = workshop()) {
                assertThatThrownBy(() -> workshop.take("chen", "a.csv", WISH, new ByteArrayInputStream(list), 1L << 40))
                        .isInstanceOf(NoRoomException.class)
                        .hasMessageContaining("No space left");
                assertThat(kept()).isEmpty();
                assertThat(ledger.jobs().newest(9)).isEmpty();
            }
        });
    }

    @Test
    void aJobThatFillsTheDiskFailsSaysSoAndMakesRoom() throws IOException {
        byte[] list = list(1_500);
        onSmallDisk(() -> {
            try (Workshop workshop = workshop()) {
                Job job =
                        over(workshop, workshop.take("chen", "a.csv", WISH, new ByteArrayInputStream(list), 1L << 40));
                assertThat(job.state()).isEqualTo(State.FAILED);
                assertThat(job.problem().zh())
                        .contains("磁盘已满")
                        .contains("请管理员清理磁盘")
                        .doesNotContain("/");
                assertThat(workshop.files(job).results()).isEmpty();
            }
            // a job is over before it is tidied up, a workshop is closed after
            try (Stream<Path> all = Files.walk(jobs())) {
                assertThat(all.filter(Files::isRegularFile)
                                .filter(f -> !f.endsWith("workshop"))
                                .mapToLong(f -> f.toFile().length())
                                .sum())
                        .isEqualTo(list.length);
            }
        });
    }

    @Test
    void aJobWhoseFilesAreClearedAwaySaysSoAndNotWhereTheyWere() throws IOException {
        byte[] list = list(20);
        Supplier<RuleBook> clearing = () -> {
            try (Stream<Path> all = Files.walk(jobs())) {
                for (Path file :
                        all.filter(f -> f.toFile().length() == list.length).toList()) {
                    Files.delete(file);
                }
                return RealRules.book();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try (Workshop workshop = Workshop.open(jobs(), ledger.jobs(), clearing)) {
            Job job = over(workshop, workshop.take("chen", "a.csv", WISH, new ByteArrayInputStream(list), 1L << 40));
            assertThat(job.state()).isEqualTo(State.FAILED);
            assertThat(job.problem()).isEqualTo(DiskTrouble.GONE.told());
            assertThat(job.problem().en()).contains("Send the list again").doesNotContain("/");
        }
    }

    @Test
    void whatTheOperatingSystemSaysIsToldInWordsWithAWayOut() {
        Path secret = folder.resolve("list");
        assertThat(DiskTrouble.of(OutputFailedException.of(secret, new IOException("Disk quota exceeded"))))
                .isEqualTo(DiskTrouble.FULL);
        assertThat(DiskTrouble.of(new AccessDeniedException(secret.toString()))).isEqualTo(DiskTrouble.REFUSED);
        assertThat(DiskTrouble.of(new FileSystemException(secret.toString(), null, "Read-only file system")))
                .isEqualTo(DiskTrouble.REFUSED);
        assertThat(DiskTrouble.of(new IOException("Input/output error"))).isEqualTo(DiskTrouble.OTHER);
        assertThat(DiskTrouble.values())
                .allMatch(t -> t.told().zh().contains("重新上传") && t.told().en().contains("list again"));
    }

    private Job failed(String name, byte[] list) throws IOException {
        try (Workshop workshop = workshop()) {
            Job job = over(workshop, workshop.take("chen", name, WISH, new ByteArrayInputStream(list), 1L << 40));
            assertThat(job.state()).isEqualTo(State.FAILED);
            return job;
        }
    }

    @Test
    void aWorkbookOfWhichTheEndIsMissingFailsAsSuch() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("企业").value(0, 0, "统一社会信用代码");
        }
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThat(failed("半份.xlsx", half).problem().en()).contains("incomplete or broken");
    }

    @Test
    void aBombFailsBeforeItGoesOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] rows = "<row></row>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 120; i++) {
                zip.write(rows);
            }
        }
        assertThat(failed("炸弹.xlsx", bytes.toByteArray()).problem().en()).contains("unreasonable size");
    }
}
