package org.huiqi.cli;

import java.time.Duration;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Secret;
import org.huiqi.ledger.account.Tokens.Token;
import org.huiqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Keeps the tokens with which scripts act for accounts. */
@Command(name = "token", description = "管理脚本用的令牌。Tokens for scripts: Authorization: Bearer …")
final class TokenCommand implements Runnable {
    private static final String TERMINAL = "terminal";
    private static final int MOST_DAYS = 366;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Help help = new Help();

    @Override
    public void run() {
        spec.commandLine().usage(root.out());
    }

    @Command(name = "add", description = "新建令牌;只在这时显示一次。Make one; it is shown this once.")
    int add(
            @Mixin Help help,
            @Parameters(paramLabel = "ACCOUNT", description = "为哪个账号办事。Whom it acts for.") String name,
            @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "用途。What it is for.")
                    String label,
            @Option(names = "--days", paramLabel = "N", defaultValue = "90", description = "有效天数,默认90。Days it lives.")
                    int days) {
        checkDays(days);
        try (Ledger ledger = root.ledger()) {
            Account account = ledger.accounts().get(name);
            Secret secret = ledger.tokens().add(account, label, Duration.ofDays(days));
            ledger.journal().add(Journal.Kind.TOKEN_ADDED, account.name(), TERMINAL);
            root.out().println(secret.text());
            root.err()
                    .println(root.say(
                            "请收好:以后不再显示。" + days + "天后失效。",
                            "Keep it: it is never shown again. It lives " + days + " days."));
            return HuiqiCommand.DONE;
        }
    }

    private static void checkDays(int days) {
        Arguments arguments = new Arguments();
        if (days < 1 || days > MOST_DAYS) {
            arguments.wrong(
                    "--days",
                    new Text("不能是" + days + "天", "cannot be " + days),
                    new Text("可用1至" + MOST_DAYS + "。", "1 to " + MOST_DAYS + "."));
        }
        arguments.check();
    }

    @Command(name = "list", description = "列出令牌,只显示开头。List them by their first characters.")
    int list(@Mixin Help help) {
        try (Ledger ledger = root.ledger()) {
            ledger.tokens().list().forEach(t -> root.out().println(line(t)));
            return HuiqiCommand.DONE;
        }
    }

    private String line(Token token) {
        boolean over = token.expires().isBefore(java.time.Instant.now());
        String state = token.revoked()
                ? root.say("已吊销", "revoked")
                : over ? root.say("已过期", "expired") : root.say("有效", "good");
        return String.join(
                "\t",
                token.prefix() + "…",
                token.account(),
                state,
                root.say("至 ", "until ") + Moments.day(token.expires()),
                token.used()
                        .map(u -> root.say("用于 ", "used ") + Moments.second(u))
                        .orElse(root.say("没用过", "never used")),
                token.label());
    }

    @Command(name = "revoke", description = "吊销令牌。Revoke one.")
    int revoke(
            @Mixin Help help,
            @Parameters(paramLabel = "PREFIX", description = "list 显示的开头。Its first characters, as listed.")
                    String prefix) {
        try (Ledger ledger = root.ledger()) {
            Token token = ledger.tokens().revoke(prefix.replace("…", ""));
            ledger.journal().add(Journal.Kind.TOKEN_REVOKED, token.account(), TERMINAL);
            root.out().println(root.say("已吊销 " + token.prefix() + "…。", "revoked " + token.prefix() + "…."));
            return HuiqiCommand.DONE;
        }
    }
}
