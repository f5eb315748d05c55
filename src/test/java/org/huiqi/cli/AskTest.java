package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskTest {
    private static final String[] SMALL = {"ask", "--policy", "small-low-profit", "--as-of", "2026-01-12"};

    @Test
    void theEndOfTheInputEndsTheInterviewAndWhatWasAnsweredIsPrintedAsAProfile() {
        Cli nothing = Cli.answering("", SMALL);
        assertThat(nothing.exit()).isZero();
        assertThat(nothing.out().strip()).isEqualTo("{ }");
        assertThat(nothing.err()).contains("已有结论 0/1");
    }

    @Test
    void emptyLinesSkipUntilNothingIsLeftToAsk() {
        Cli skipped = Cli.answering("\n".repeat(60), SMALL);
        assertThat(skipped.err()).contains("问完了").contains("最多还有 0 项可问");
        assertThat(skipped.out().strip()).isEqualTo("{ }");
    }

    @Test
    void aQuestionMarkExplainsAndANonsensicalAnswerIsAskedAgain() {
        Cli asked = Cli.answering("?\n乱写的\n", SMALL);
        assertThat(asked.err()).contains("用于 小型微利企业").contains("乱写的");
    }

    @Test
    void theProfileWrittenIsReadBackByCheck(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("profile.json");
        Cli asked =
                Cli.answering("1\n否\n2025\n".repeat(8), "ask", "--policy", "small-low-profit", "-o", file.toString());
        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(Files.readString(file)).contains(":");
        assertThat(Cli.run("check", file.toString()).exit()).isZero();
    }

    @Test
    void aWorkbookIsWrittenForPeopleAndReadBackLikeAnyOtherProfile(@TempDir Path folder) throws IOException {
        Path sheet = folder.resolve("档案.xlsx");
        String sample = "test-cases/samples/qilin-relay.yaml";
        Cli asked = Cli.answering("", "ask", sample, "--policy", "small-low-profit", "-o", sheet.toString());
        assertThat(asked.exit()).as(asked.err()).isZero();
        Cli checked = Cli.run("check", sheet.toString(), "--brief");
        assertThat(checked.exit()).as(checked.err()).isZero();
        assertThat(checked.out()).isEqualTo(Cli.run("check", sample, "--brief").out());
        assertThat(Cli.answering("", "ask", sheet.toString(), "--policy", "small-low-profit")
                        .exit())
                .isZero();
    }

    @Test
    void aWorkbookOfAnotherKindIsRefusedWithItsNameAndTheWayOut(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("名单.xlsx");
        assertThat(Cli.run("template", list.toString()).exit()).isZero();
        Cli refused = Cli.run("check", list.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("名单.xlsx").contains("huiqi screen").doesNotContain("UTF-8");
    }
}
