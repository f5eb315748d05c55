package org.huiqi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.huiqi.screen.firm.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code huiqi screen} that is killed (SIGKILL) once it has kept how far it is, and given again. Kills come early; {@code -Drows=2000000} makes what is left longer. */
final class KilledScreeningIT {
    /** Parquet can be gone on with every 100,000 rows; bookmarks are asked for often, since so few are screened in a second. */
    private static final int ROWS = Integer.getInteger("rows", 403_000);

    @TempDir
    private Path folder = Path.of("");

    private Process screen(Path result) throws IOException {
        List<String> command = new ArrayList<>(List.of("target/huiqi", "--lang", "en", "screen"));
        command.addAll(List.of(folder.resolve("list.csv").toString(), "--out", result.toString()));
        command.addAll(List.of("--policy", "high-tech-enterprise", "--as-of", "2026-01-12", "--recheck", "0"));
        command.add("--quiet");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HUIQI_JVM_OPTIONS", "-XX:TieredStopAtLevel=1 -Dhuiqi.bookmark=20");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private String ended(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
        return Files.readString(folder.resolve("said.txt"));
    }

    private void list() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("list.csv"), StandardCharsets.UTF_8)) {
            out.write("统一社会信用代码,企业名称,持有高新技术企业证书,上年营业收入\n");
            for (int i = 0; i < ROWS; i++) {
                String code = "91370303MA%07d".formatted(i);
                String staff = i % 5_000 == 7 ? "许多" : String.valueOf(i % 700);
                out.write(code + CreditCode.checkDigit(code + "0") + ",淄博" + i + "号," + (i % 3 == 0 ? "是" : "否") + ","
                        + staff + "\n");
            }
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aParquetResultWhoseProcessWasKilledEndsWithTheSameBytes() throws Exception {
        list();
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        ended(screen(whole.resolve("r.parquet")));
        Process process = screen(killed.resolve("r.parquet"));
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!Files.exists(killed.resolve("r.parquet.resume/state"))) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(() -> "nothing was kept")
                    .isTrue();
            LockSupport.parkNanos(2_000_000);
        }
        process.destroyForcibly().waitFor();
        assertThat(names(killed)).contains("r.parquet.part", "r.parquet.groups.part");
        assertThat(ended(screen(killed.resolve("r.parquet")))).contains("rows are done");
        assertThat(names(killed)).isEqualTo(names(whole));
        for (String name : names(whole)) {
            assertThat(killed.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
        }
    }
}
