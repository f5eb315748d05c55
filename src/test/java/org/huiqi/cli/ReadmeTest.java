package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples of the READMEs: a command after {@code <!-- tested -->}, and what it prints, where a line {@code …} stands for any lines. */
final class ReadmeTest {
    private static final List<String> READMES = List.of("README.md", "README.zh-CN.md");
    private static final Pattern SAMPLE = Pattern.compile(
            "<!-- tested -->\n```sh\ntarget/huiqi ([^\n]*)\n```\n\n```text\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern EXIT = Pattern.compile("# .*?(\\d)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @TestFactory
    Stream<DynamicTest> theSamplesPrintWhatTheReadmesSay() {
        return READMES.stream()
                .flatMap(file -> samples(file).map(s -> dynamicTest(file + ": huiqi " + s.group(1), () -> check(s))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everySampleThatIsMarkedIsFound(String file) {
        long marked =
                read(file).lines().filter(l -> l.equals("<!-- tested -->")).count();
        assertThat(samples(file)).hasSizeGreaterThanOrEqualTo(2).hasSize((int) marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "rules/README.md"})
    void everyLinkLeadsToAFile(String file) {
        Path home = Path.of(file).toAbsolutePath().getParent();
        assertThat(LINK.matcher(read(file)).results().map(l -> home.resolve(l.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void aLineThatIsNotPrintedIsNoticed() {
        assertThat("a\nb\nc\n").matches(expected("a\n…\nc"));
        assertThat("a\nb\nc\n").doesNotMatch(expected("a\nc"));
        assertThat("a\nb\nc\n").doesNotMatch(expected("…\nb\nd"));
    }

    private static void check(MatchResult sample) {
        String command = sample.group(1);
        var exit = EXIT.matcher(command);
        int wanted = exit.find() ? Integer.parseInt(exit.group(1)) : HuiqiCommand.DONE;
        Cli run = Cli.run(command.replaceAll("#.*", "").strip().split(" +"));
        assertThat(run.out() + run.err()).matches(expected(sample.group(2)));
        assertThat(run.exit()).isEqualTo(wanted);
    }

    private static Pattern expected(String text) {
        String lines = text.lines()
                .map(l -> l.equals("…") ? "(?:.*\n)*?" : Pattern.quote(l) + "\n")
                .collect(Collectors.joining());
        return Pattern.compile(lines);
    }

    private static Stream<MatchResult> samples(String file) {
        return SAMPLE.matcher(read(file)).results();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
