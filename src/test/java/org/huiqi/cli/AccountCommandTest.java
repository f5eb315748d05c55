package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines on a ledger of their own. */
final class AccountCommandTest {
    private static final String PASSWORD = "麒麟 relays at dawn\n";

    @TempDir
    private Path folder = Path.of("");

    private Cli run(String stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = HuiqiCommand.run(
                args,
                Map.of("HUIQI_DATA", folder.toString()),
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Cli(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account add",
                "account list",
                "account lock",
                "account unlock",
                "account password",
                "account remove",
                "account log",
                "token add",
                "token list",
                "token revoke"
            })
    void everyWordExplainsItself(String words) {
        Cli told = run("", (words + " --help").split(" "));
        assertThat(told.exit()).isZero();
        assertThat(told.out()).startsWith("Usage: huiqi " + words).contains("--help");
    }

    @Test
    void anAccountIsAddedLockedUnlockedAndRemoved() {
        assertThat(run(PASSWORD, "account", "add", "Chen", "--role", "auditor", "--stdin")
                        .out())
                .contains("已新建审核人“chen”");
        assertThat(run("", "account", "list").out()).contains("chen\t审核人\t正常");
        run("", "account", "lock", "chen");
        assertThat(run("", "account", "list", "--lang", "en").out()).contains("chen\tauditor\tlocked");
        run("", "account", "unlock", "chen");
        assertThat(run("", "account", "list").out()).contains("正常");
        run("", "account", "remove", "chen");
        assertThat(run("", "account", "list").out()).isEmpty();
        assertThat(run("", "account", "log").out())
                .contains("新建账号\tchen\tterminal")
                .contains("删除账号");
    }

    @Test
    void aSecondAccountOfANameAnUnknownOneAndAnUnknownRoleAreRefused() {
        run(PASSWORD, "account", "add", "chen", "--stdin");
        Cli twice = run(PASSWORD, "account", "add", "CHEN", "--stdin");
        assertThat(twice.exit()).isEqualTo(2);
        assertThat(twice.err()).contains("已有账号“chen”");
        assertThat(run("", "account", "lock", "chan").err()).contains("是不是“chen”");
        assertThat(run(PASSWORD, "account", "add", "wang", "--role", "king", "--stdin")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aPasswordThatIsGuessedAtOnceIsRefusedAndNotShown() {
        Cli weak = run("chen123456\n", "account", "add", "chen", "--stdin");
        assertThat(weak.exit()).isEqualTo(2);
        assertThat(weak.err()).contains("太容易猜到").doesNotContain("chen123456");
        assertThat(run("", "account", "list").out()).isEmpty();
    }

    @Test
    void aPasswordIsNoArgument() {
        assertThat(run("", "account", "add", "chen", "secret-secret").exit()).isEqualTo(2);
        assertThat(run("", "account", "add", "chen", "--password", "secret-secret")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aTokenIsShownOnceAndAfterwardsOnlyItsBeginning() {
        run(PASSWORD, "account", "add", "chen", "--stdin");
        String token =
                run("", "token", "add", "chen", "--label", "nightly").out().strip();
        assertThat(token).startsWith("hq_").hasSizeGreaterThan(40);
        String listed = run("", "token", "list").out();
        assertThat(listed)
                .contains(token.substring(0, 9) + "…\tchen\t有效")
                .contains("nightly")
                .doesNotContain(token);
        assertThat(run("", "token", "revoke", token.substring(0, 9)).exit()).isZero();
        assertThat(run("", "token", "list").out()).contains("已吊销");
        assertThat(run("", "token", "add", "chen", "--days", "9999").exit()).isEqualTo(2);
    }
}
