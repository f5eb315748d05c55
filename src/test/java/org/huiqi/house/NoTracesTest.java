package org.huiqi.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The patterns are spelled so that they do not find themselves. */
final class NoTracesTest {
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.*<}\\])-])/(wor[k]|roo[t]|tm[p]|far[m])(?![\\w-])" + "|(?<![\\w.*<}\\])-])/(hom[e]|User[s])/\\w");
    private static final Pattern REGISTRY = Pattern.compile(
            "\\b(repo\\d?|registry|mirrors?|nexus|artifactory|deb|files)(\\.[a-z\\d-]+)+\\.(org|com|net|io|cn|dev|local|internal)\\b"
                    + "|\\b(pypi|crates)\\.(org|io)\\b|<(pluginR|r)epositorie[s]>|<mirrorO[f]>");

    @Test
    void nothingIsLeftUndone() throws IOException {
        assertThat(linesWith(LEFT_UNDONE)).isEmpty();
    }

    @Test
    void noFileNamesAPathOfTheMachineItWasWrittenOn() throws IOException {
        assertThat(linesWith(MACHINE_PATH)).isEmpty();
    }

    @Test
    void noFileNamesAPackageRegistry() throws IOException {
        assertThat(linesWith(REGISTRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"see /%s/x", "\"/%s\"", "/%s"})
    void aPathOfTheMachineIsFound(String line) {
        assertThat(line.formatted("t" + "mp")).containsPattern(MACHINE_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/%s/x", "/%s-tree", "https://example.org/%s/x"})
    void aPathInsideTheProjectOrASiteIsNotOne(String line) {
        assertThat(line.formatted("wo" + "rk")).doesNotContainPattern(MACHINE_PATH);
    }

    @Test
    void aRegistryIsFound() {
        assertThat("https://registry." + "example.org/x").containsPattern(REGISTRY);
        assertThat("registry.find(name)").doesNotContainPattern(REGISTRY);
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        return tracked().stream().flatMap(file -> linesWith(pattern, file)).toList();
    }

    private static Stream<String> linesWith(Pattern pattern, Path file) {
        List<String> lines = textOf(file).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> pattern.matcher(lines.get(i)).find())
                .mapToObj(i -> "%s:%d: %s".formatted(file, i + 1, lines.get(i).strip()));
    }

    private static String textOf(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), UTF_8);
            return text.indexOf('\0') < 0 ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What git tracks or would; where there is no git, everything that is not built. */
    private static List<Path> tracked() throws IOException {
        var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").start();
        String names = new String(git.getInputStream().readAllBytes(), UTF_8);
        Stream<Path> files = names.isEmpty()
                ? Files.walk(Path.of(""))
                : Stream.of(names.split("\0")).map(Path::of);
        try (files) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                    .toList();
        }
    }
}
