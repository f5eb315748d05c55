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
}
