package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of the policies and the graph between them, on the real pack. */
final class PoliciesCommandTest {
    @Test
    void allFortyEightPoliciesAreListedWithWhatTheyComeTo() {
        String list = Cli.run("policies").out();
        assertThat(list.lines().filter(l -> l.matches("[a-z0-9-]+ .*级 · .*"))).hasSize(48);
        assertThat(list)
                .contains("共48项政策")
                .contains("%d项条件".formatted(RealRules.book().rules().criteria().size()));
        assertThat(Cli.run("policies", "--lang", "en").out()).contains("48 policies");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-18, 国家级2023年度, 国家级2024和2025年度",
        "2024-01-19, 国家级2024和2025年度, 国家级2023年度",
    })
    void anEditionChosenByADateRangeIsThatOfTheDay(String day, String listed, String left) {
        assertThat(row("green-factory", day))
                .contains(listed)
                .doesNotContain(left)
                .contains("市级(仅供了解)");
    }

    private static String row(String policy, String day) {
        Stream<String> rows = Cli.run("policies", "--as-of", day).out().lines();
        return rows.filter(l -> l.startsWith(policy + " ")).findFirst().orElseThrow();
    }

    @Test
    void theGraphStandsUnderThePolicyItRestsOn() {
        List<String> lines = Cli.run("policies", "--graph").out().lines().toList();
        int sizeClass = lines.indexOf("  · sme-classification 中小企业划型(大型、中型、小型、微型)");
        int innovative = lines.indexOf("    · innovative-sme 创新型中小企业(2026年起归入“科技和创新型中小企业”)");
        assertThat(sizeClass).isNotNegative().isLessThan(innovative);
        assertThat(lines.subList(sizeClass + 1, innovative)).allMatch(l -> l.startsWith("    · "));
        assertThat(lines.get(innovative + 1)).startsWith("      · specialized-sme-shandong ");
        assertThat(lines).anyMatch(l -> l.startsWith("  ✕ hnte-cit-15 ") && l.contains("small-low-profit"));
    }

    @Test
    void theGraphAndTheListAreToBeHadAsJson() {
        assertThat(Cli.run("policies", "--graph", "--format", "json").out()).contains("\"requires\"");
        assertThat(Cli.run("policies", "--format", "json").out()).contains("\"decidable\"");
        assertThat(Cli.run("policies", "green-factory", "--format", "json").out())
                .contains("GF-04b");
    }

    @Test
    void theGraphOfOnePolicyIsRefused() {
        Cli run = Cli.run("policies", "--graph", "green-factory");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--graph");
    }

    /** A size class is computed for whoever asks for it: the graph must say so. */
    @Test
    void whoeverReadsADerivedFieldRestsOnTheClassificationItComesFrom() {
        for (Criterion criterion : RealRules.book().rules().criteria()) {
            List<String> from = Law.atoms(criterion.form()).stream()
                    .flatMap(a -> a.reads().stream())
                    .filter(r -> r.field().derived())
                    .map(r -> r.field().from())
                    .toList();
            assertThat(RealRules.book().graph().requires(criterion.policy()))
                    .as(criterion.id())
                    .containsAll(from);
        }
    }
}
