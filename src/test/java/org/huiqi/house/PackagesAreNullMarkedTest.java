package org.huiqi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackagesAreNullMarkedTest {
    private static final Pattern SENTENCE_THEN_MARK = Pattern.compile(
            "\\A/\\*\\*[\\s*]*\\p{L}[^@]*?[.。][^@]*?\\*/\\s*@NullMarked\\s+package [\\w.]+;", Pattern.DOTALL);

    @Test
    void everyPackageSaysInASentenceWhatItIsAndIsNullMarked() throws IOException {
        assertThat(packages()).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).as("%s", info).containsPattern(SENTENCE_THEN_MARK);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@NullMarked\npackage a;",
                "/** What an answer is. */\npackage a;",
                "/** */\n@NullMarked\npackage a;",
                "/** no sentence */\n@NullMarked\npackage a;"
            })
    void aPackageWithoutSentenceOrMarkIsRefused(String info) {
        assertThat(info).doesNotContainPattern(SENTENCE_THEN_MARK);
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
