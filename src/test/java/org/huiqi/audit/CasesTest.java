package org.huiqi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CasesTest {
    private static final Path CASES = Path.of("test-cases");
    /** Folders that hold whole enterprises and files to screen instead of the cases of a policy. */
    private static final List<String> OTHERS = List.of("samples", "enterprises", "screening");

    private static final RuleBook BOOK = RealRules.book();
    private static final CaseRunner RUNNER = new CaseRunner(new Assessor(BOOK));

    @TestFactory
    Stream<DynamicContainer> everyCaseHolds() {
        return BOOK.policies().stream()
                .map(p -> dynamicContainer(
                        p.id(),
                        TestCases.of(CASES, p.id()).stream()
                                .map(c -> dynamicTest(
                                        c.file() + " · " + c.name(),
                                        () -> assertThat(RUNNER.run(p, c).failures())
                                                .isEmpty()))));
    }

    @Test
    void everyFolderOfCasesBelongsToAPolicy() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString()))
                    .filteredOn(name -> !OTHERS.contains(name))
                    .allSatisfy(name -> assertThat(BOOK.findPolicy(name)).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"advanced-manufacturing-vat", "first-set-equipment-shandong", "high-tech-enterprise"})
    void theCasesShowEveryCriterionInEveryTruthAndEveryThresholdFromEverySide(String id) {
        Policy policy = BOOK.findPolicy(id).orElseThrow();
        Coverage coverage = new Coverage(BOOK);
        TestCases.of(CASES, id).forEach(c -> coverage.add(RUNNER.run(policy, c).seen()));
        assertThat(coverage.of(id).gaps()).isEmpty();
        assertThat(coverage.of(id).unreached()).isEmpty();
    }

    @Test
    void whatNoCaseShowsIsAGap(@TempDir Path folder) throws IOException {
        Coverage.Of seen = coverage(folder, """
                - name: 超过一半
                  profile: {manufacturingSalesExclVat: 51, totalSalesExclVat: 100}
                  expect: {AMV-04: met}
                """);
        assertThat(seen.gaps()).hasSize(seen.criteria()).anySatisfy(g -> {
            assertThat(g.criterion()).isEqualTo("AMV-04");
            assertThat(g.never()).extracting(Enum::name).containsExactly("UNMET", "UNKNOWN");
        });
        assertThat(seen.unreached())
                .filteredOn(u -> u.criterion().equals("AMV-04"))
                .extracting(u -> u.never().toString())
                .containsExactlyInAnyOrder("[AT]", "[BELOW, AT]");
    }

    @Test
    void aCaseThatExpectsNothingIsRefused(@TempDir Path folder) throws IOException {
        write(folder, "- {name: 什么也没说, profile: {}, expect: {}}");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestCases.of(folder, "advanced-manufacturing-vat"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a case needs name and expect");
    }

    @Test
    void aCaseThatDoesNotHoldSaysWhatWasFound(@TempDir Path folder) throws IOException {
        write(
                folder,
                "- {name: 恰好一半也算, profile: {manufacturingSalesExclVat: 5, totalSalesExclVat: 10}, expect: {AMV-04: met}}");
        Policy policy = BOOK.findPolicy("advanced-manufacturing-vat").orElseThrow();
        TestCase wrong = TestCases.of(folder, policy.id()).get(0);
        assertThat(RUNNER.run(policy, wrong).failures()).containsExactly("AMV-04: expected met, found unmet");
    }

    private static Coverage.Of coverage(Path folder, String cases) throws IOException {
        write(folder, cases);
        Policy policy = BOOK.findPolicy("advanced-manufacturing-vat").orElseThrow();
        Coverage coverage = new Coverage(BOOK);
        TestCases.of(folder, policy.id())
                .forEach(c -> coverage.add(RUNNER.run(policy, c).seen()));
        return coverage.of(policy.id());
    }

    private static void write(Path folder, String cases) throws IOException {
        Path home = Files.createDirectories(folder.resolve("advanced-manufacturing-vat"));
        Files.writeString(home.resolve("cases.yaml"), cases);
    }
}
