package org.huiqi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar has what every format needs: what is left out of it is left out of libraries that name more than they use. */
final class ScreenIT {
    private static final Path LIST = Path.of("src/test/resources/parquet/values-duckdb.parquet");

    @TempDir
    private Path folder;

    @Test
    void theJarReadsAndWritesEveryFormat() throws Exception {
        for (String format : List.of("parquet", "xlsx", "csv", "ndjson")) {
            Path result = folder.resolve("r." + format);
            // the second opinion costs seconds a process, and has nothing to do with formats
            String recheck = format.equals("parquet") ? "1" : "0";
            String said = huiqi("screen", LIST.toString(), "--out", result.toString(), "--recheck", recheck, "--quiet");
            assertThat(said).as(format).contains("读到 3 行 = 已筛查 3 + 退回 0");
            assertThat(Files.size(result)).as(format).isPositive();
        }
        String again = folder.resolve("again.csv").toString();
        assertThat(huiqi("screen", folder.resolve("r.parquet").toString(), "--out", again, "--quiet"))
                .contains("读到 3 行 = 已筛查 3 + 退回 0");
        // what is compiled is kept there: the reference came with the program
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aTemplateIsReadBackAsItIsWritten() throws Exception {
        Path template = folder.resolve("template.xlsx");
        huiqi("template", template.toString());
        assertThat(huiqi(
                        "screen",
                        template.toString(),
                        "--out",
                        folder.resolve("r.csv").toString(),
                        "--quiet"))
                .contains("读到 0 行 = 已筛查 0 + 退回 0");
    }

    private String huiqi(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-jar", "target/huiqi.jar"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HUIQI_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
