package org.huiqi.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.CompiledRules;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.RuleFiles;
import org.huiqi.engine.TinyPack;
import org.huiqi.engine.classic.ReferencePackages;
import org.huiqi.problem.Lang;
import org.huiqi.screen.firm.CreditCode;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reference that was compiled from other rules stands for one of two engines that is wrong. */
final class SecondOpinionTest {
    private static final int ROWS = 1_200;

    @TempDir
    private Path folder = Path.of("");

    private Path list = Path.of("");

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of("统一社会信用代码,名称,人数"));
        for (int i = 1; i <= ROWS; i++) {
            String code = "91370303MA0%06d".formatted(i) + "0";
            code = code.substring(0, 17);
            lines.add(code + CreditCode.checkDigit(code + "0") + ",企业" + i + "," + (i == 1_000 ? 200 : 50));
        }
        list = Files.write(folder.resolve("list.csv"), lines);
    }

    private static TinyPack atLeast(int staff) {
        return new TinyPack().rule("T-1", "Enterprise( staff >= " + staff + " )");
    }

    /** The rules of {@code pack}, and what somebody kept as their reference. */
    private static RuleBook book(TinyPack pack, ReferencePackages kept) {
        return RuleBook.load(RuleFiles.of(pack.files()), new RuleBook.CompiledRulesCache() {
            @Override
            public Optional<CompiledRules> find(CheckedPack pack) {
                return Optional.empty();
            }

            @Override
            public void keep(CheckedPack pack, CompiledRules compiled) {}

            @Override
            public Optional<ReferencePackages> findReference(ParsedRules rules) {
                return Optional.of(kept);
            }
        });
    }

    private Summary screen(RuleBook book, int recheck) throws IOException {
        try (Intake intake = Intake.open(book, list, Map.of())) {
            Judge judge = Screening.judge(book, LocalDate.of(2026, 1, 12), intake, Set.of());
            try (Output output = Outputs.open(folder.resolve("r.csv"), judge, Lang.ZH)) {
                return new Screening("list.csv", judge, intake, new Options(2, recheck, false, Lang.ZH))
                        .run(output, Progress.SILENT);
            }
        }
    }

    @Test
    void aDisagreementFailsTheScreeningAndNamesTheRowAndThePolicy() throws IOException {
        byte[] other = ReferencePackages.compile(atLeast(300).book().compiled()).bytes();
        RuleBook book = book(atLeast(100), ReferencePackages.of(other));
        assertThatThrownBy(() -> screen(book, 1))
                .isInstanceOf(DisagreementException.class)
                .hasMessageStartingWith("list.csv:1001 91370303MA0001000")
                .hasMessageEndingWith(": tiny");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("list.csv");
        }
    }

    @Test
    void aReferenceThatAgreesIsCounted() throws IOException {
        assertThat(screen(atLeast(100).book(), 500).rechecked()).isEqualTo(2);
    }

    @Test
    void aKeptReferenceThatIsBrokenIsCompiledAnew() throws IOException {
        RuleBook book = book(atLeast(100), ReferencePackages.of(new byte[] {1, 2, 3}));
        assertThat(screen(book, 500).rechecked()).isEqualTo(2);
    }
}
