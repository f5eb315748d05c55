package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code huiqi check} says of the sample enterprises, word for word, in {@code *.expected.txt} beside them. Written anew, to be read before it is
 * committed, by {@code mvn -B test -Dtest=SamplesTest -Dgolden=write}.
 */
final class SamplesTest {
    private static final Path SAMPLES = Path.of("test-cases/samples");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    /** The policies whose wording is pinned; the samples are assessed against all others too, by other tests. */
    private static final List<String> POLICIES =
            List.of("advanced-manufacturing-vat", "first-set-equipment-shandong", "high-tech-enterprise");

    static Stream<String> profiles() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml") || f.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSampleReadsAsExpected(String profile) throws IOException {
        compare(profile, "zh", ".expected.txt");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSampleReadsAsExpectedInEnglish(String profile) throws IOException {
        compare(profile, "en", ".expected.en.txt");
    }

    @Test
    void theLedgerShowsTwelveMonthsAndTheirSum() throws IOException {
        assertThat(check("qilin-relay.yaml", "zh").lines())
                .filteredOn(l -> l.matches(" +(2025-\\d\\d|合计) +[\\d,.]+ .*"))
                .hasSize(13);
    }

    private static void compare(String profile, String lang, String ending) throws IOException {
        Path golden = SAMPLES.resolve(profile.substring(0, profile.lastIndexOf('.')) + ending);
        String said = check(profile, lang);
        if (WRITE) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    /** Without the digest of the rules, which any change of any policy changes. */
    private static String check(String profile, String lang) {
        List<String> args = new ArrayList<>(List.of("check", SAMPLES + "/" + profile, "--lang", lang));
        POLICIES.forEach(p -> args.addAll(List.of("--policy", p)));
        Cli run = Cli.run(args.toArray(String[]::new));
        String digest = RealRules.book().digest().substring(0, 12);
        return (run.out() + run.err()).replace(digest, "…") + "exit " + run.exit() + "\n";
    }
}
