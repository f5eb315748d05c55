package org.huiqi.cli;

import java.time.Duration;
import java.util.Optional;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.account.Account;
import org.huiqi.ledger.account.Journal;
import org.huiqi.ledger.account.Password;
import org.huiqi.ledger.account.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Keeps the accounts of officers and auditors. */
@Command(
        name = "account",
        description = {
            "管理账号(经办人、审核人、管理员)。Accounts of officers, auditors and administrators.",
            "存放处由环境变量 HUIQI_DATA(文件夹)或 HUIQI_LEDGER(jdbc:postgresql:…)指定。"
                    + "They are kept in HUIQI_DATA (a folder) or HUIQI_LEDGER (jdbc:postgresql:…)."
        })
final class AccountCommand implements Runnable {
    private static final String TERMINAL = "terminal";

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

    @Command(name = "add", description = "新建账号;密码在终端输入,不回显。Add one; the password is asked for without echo.")
    int add(
            @Mixin Help help,
            @Parameters(paramLabel = "NAME", description = "账号名。Its name.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "officer|auditor|admin",
                            defaultValue = "officer",
                            converter = RoleConverter.class,
                            description = "角色,默认经办人。Default: officer.")
                    Role role,
            @Option(names = "--stdin", description = "从标准输入读一行作密码。Read the password from a line of stdin.")
                    boolean stdin) {
        try (Ledger ledger = root.ledger()) {
            ledger.accounts().checkFree(name);
            Password password = PasswordPrompt.of(root, stdin).ask(name);
            Account account = ledger.accounts().add(name, role, password);
            ledger.journal().add(Journal.Kind.ACCOUNT_ADDED, account.name(), TERMINAL);
            return done(
                    "已新建" + role.label().zh() + "“" + account.name() + "”。",
                    "added " + role.code() + " '" + account.name() + "'.");
        }
    }

    @Command(name = "list", description = "列出账号。List them.")
    int list(@Mixin Help help) {
        try (Ledger ledger = root.ledger()) {
            ledger.accounts().list().forEach(a -> root.out().println(line(ledger, a)));
            return HuiqiCommand.DONE;
        }
    }

    private String line(Ledger ledger, Account account) {
        Optional<Duration> wait = ledger.doorman().wait(account.name());
        int failures = ledger.doorman().failures(account.name());
        String state = account.locked()
                ? root.say("已锁定", "locked")
                : wait.map(w -> root.say(
                                "登录失败过多,还要等" + w.toSeconds() + "秒",
                                "too many failures, " + w.toSeconds() + " s to wait"))
                        .orElse(root.say("正常", "active"));
        return String.join(
                "\t",
                account.name(),
                root.say(account.role().label().zh(), account.role().code()),
                state,
                root.say("连续失败 " + failures, failures + " failures"),
                root.say("建于 ", "since ") + Moments.day(account.created()));
    }

    @Command(name = "lock", description = "锁定:立即退出,不能再登录。Lock one out, at once.")
    int lock(@Mixin Help help, @Parameters(paramLabel = "NAME", description = "账号名。Its name.") String name) {
        try (Ledger ledger = root.ledger()) {
            Account account = ledger.accounts().get(name);
            ledger.accounts().lock(account);
            ledger.journal().add(Journal.Kind.ACCOUNT_LOCKED, account.name(), TERMINAL);
            return done("已锁定“" + account.name() + "”。", "locked '" + account.name() + "'.");
        }
    }

    @Command(name = "unlock", description = "解锁,并清除登录失败次数。Unlock, and forget failed logins.")
    int unlock(@Mixin Help help, @Parameters(paramLabel = "NAME", description = "账号名。Its name.") String name) {
        try (Ledger ledger = root.ledger()) {
            Account account = ledger.accounts().get(name);
            ledger.accounts().unlock(account);
            ledger.journal().add(Journal.Kind.ACCOUNT_UNLOCKED, account.name(), TERMINAL);
            return done("已解锁“" + account.name() + "”。", "unlocked '" + account.name() + "'.");
        }
    }

    @Command(name = "password", description = "改密码;其登录全部失效。Change the password; its sessions end.")
    int password(
            @Mixin Help help,
            @Parameters(paramLabel = "NAME", description = "账号名。Its name.") String name,
            @Option(names = "--stdin", description = "从标准输入读一行作密码。Read the password from a line of stdin.")
                    boolean stdin) {
        try (Ledger ledger = root.ledger()) {
            Account account = ledger.accounts().get(name);
            ledger.accounts().password(account, PasswordPrompt.of(root, stdin).ask(account.name()));
            ledger.journal().add(Journal.Kind.PASSWORD_CHANGED, account.name(), TERMINAL);
            return done("已改“" + account.name() + "”的密码。", "changed the password of '" + account.name() + "'.");
        }
    }

    @Command(name = "remove", description = "删除账号和它的令牌;做过的事仍有记录。Remove one; what it did stays on record.")
    int remove(@Mixin Help help, @Parameters(paramLabel = "NAME", description = "账号名。Its name.") String name) {
        try (Ledger ledger = root.ledger()) {
            Account account = ledger.accounts().get(name);
            ledger.accounts().remove(account);
            ledger.journal().add(Journal.Kind.ACCOUNT_REMOVED, account.name(), TERMINAL);
            int underWay = ledger.jobs().underWay(account.name());
            return done(
                    "已删除“" + account.name() + "”。"
                            + (underWay == 0 ? "" : "它还有 " + underWay + " 个筛查任务没有结束,会照常做完;别的经办人可以取消、查看和删除。"),
                    "removed '" + account.name() + "'."
                            + (underWay == 0
                                    ? ""
                                    : " Its screenings under way (" + underWay
                                            + ") go on to their end; any officer may cancel, read and delete them."));
        }
    }

    @Command(name = "log", description = "最近的登录和账号变动。The latest logins and changes.")
    int log(
            @Mixin Help help,
            @Option(
                            names = "--last",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "几条,默认50。How many, default 50.")
                    int last) {
        try (Ledger ledger = root.ledger()) {
            ledger.journal()
                    .newest(Math.max(1, last))
                    .forEach(e -> root.out()
                            .println(String.join(
                                    "\t",
                                    Moments.second(e.at()),
                                    e.kind().label().in(root.lang()),
                                    e.account().isEmpty() ? root.say("(没有这个账号)", "(no such account)") : e.account(),
                                    e.client())));
            return HuiqiCommand.DONE;
        }
    }

    private int done(String zh, String en) {
        root.out().println(root.say(zh, en));
        return HuiqiCommand.DONE;
    }

    /** Accepts the codes of roles in any case. */
    static final class RoleConverter implements CommandLine.ITypeConverter<Role> {
        @Override
        public Role convert(String value) {
            for (Role role : Role.values()) {
                if (role.code().equalsIgnoreCase(value)) {
                    return role;
                }
            }
            throw new CommandLine.TypeConversionException(value);
        }
    }
}
