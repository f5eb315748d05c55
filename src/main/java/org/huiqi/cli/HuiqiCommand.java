package org.huiqi.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.ledger.Ledger;
import org.huiqi.ledger.LedgerPlace;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command: options that every subcommand shares. */
@Command(
        name = "huiqi",
        version = HuiqiCommand.VERSION,
        synopsisHeading = "用法 Usage: ",
        commandListHeading = "%n命令 Commands:%n",
        description = "惠企:政策适用性核对。Which industrial and tax policies is this enterprise entitled to?",
        footerHeading = "%n退出码 Exit codes:%n",
        footer = {
            "  0  完成。Done.",
            "  1  核对没有通过:用例失败、覆盖不足、两个引擎不一致。Something checked did not hold.",
            "  2  输入或用法有误,没有评估。Bad input or usage, nothing was assessed.",
            "  3  规则库有误,没有装载。The rule pack was refused.",
            "  4  程序内部错误。An error of the program itself.",
            "  5  结果写不下去,例如磁盘已满。A result could not be written."
        },
        subcommands = {
            CheckCommand.class,
            AskCommand.class,
            ScreenCommand.class,
            AdviseCommand.class,
            TemplateCommand.class,
            TestCommand.class,
            PoliciesCommand.class,
            FactsCommand.class,
            CompileCommand.class,
            ServeCommand.class,
            AccountCommand.class,
            TokenCommand.class,
            BenchCommand.class
        })
public final class HuiqiCommand implements Runnable {
    static final String VERSION = "huiqi 0.1.0";
    static final int DONE = 0;
    static final int NOT_HELD = 1;
    static final int BAD_INPUT = 2;
    static final int BAD_RULES = 3;
    static final int BROKEN = 4;
    static final int NOT_WRITTEN = 5;

    @Mixin
    private Help help = new Help();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本。Show the version.")
    private boolean version;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "规则库目录(默认用随程序发布的规则库)。Another rule pack.")
    private @org.jspecify.annotations.Nullable Path rules;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            scope = ScopeType.INHERIT,
            converter = LangConverter.class,
            description = "输出语言。Language of the output.")
    private Lang lang = Lang.ZH;

    private final RuleBookSource books;
    private final Serving serving;
    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private HuiqiCommand(
            RuleBookSource books,
            Serving serving,
            Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.books = books;
        this.serving = serving;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs one command line that reads the standard input where it asks; returns its exit code. */
    public static int run(String[] args, RuleBookSource books, Serving serving, PrintStream out, PrintStream err) {
        return run(args, books, serving, System.in, out, err);
    }

    /** Runs one command line; returns its exit code. */
    static int run(
            String[] args, RuleBookSource books, Serving serving, InputStream in, PrintStream out, PrintStream err) {
        return run(args, new HuiqiCommand(books, serving, System.getenv(), in, out, err));
    }

    /** The same in another environment. */
    static int run(String[] args, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        RuleBookSource noBooks = folder -> {
            throw new IllegalStateException("no command without a rule book asks for one");
        };
        Serving noServing = (options, progress) -> {
            throw new IllegalStateException("nothing is served here");
        };
        return run(args, new HuiqiCommand(noBooks, noServing, environment, in, out, err));
    }

    private static int run(String[] args, HuiqiCommand root) {
        PrintStream out = root.out;
        PrintStream err = root.err;
        CommandLine line = new CommandLine(root)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, given) -> new Failures(Failures.lang(given), err).usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> new Failures(root.lang, err).explain(e));
        return line.execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    RuleBook book() {
        try {
            return books.load(Optional.ofNullable(rules));
        } catch (InvalidInputException refused) {
            throw new RulesRefusedException(refused);
        }
    }

    Optional<Path> rules() {
        return Optional.ofNullable(rules);
    }

    /** What is kept; begun if it is not there yet. To be closed. */
    Ledger ledger() {
        return Ledger.open(ledgerPlace(), Clock.systemUTC());
    }

    LedgerPlace ledgerPlace() {
        return LedgerPlace.of(environment);
    }

    Serving serving() {
        return serving;
    }

    Lang lang() {
        return lang;
    }

    InputStream in() {
        return in;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** In the language of the reader. */
    String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }

    /** Lets main tell a refused pack from a refused profile. */
    static final class RulesRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RulesRefusedException(RuntimeException cause) {
            super(cause);
        }
    }

    /** Accepts zh, en in any case. */
    static final class LangConverter implements CommandLine.ITypeConverter<Lang> {
        @Override
        public Lang convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "zh" -> Lang.ZH;
                case "en" -> Lang.EN;
                default -> throw new CommandLine.TypeConversionException(value);
            };
        }
    }
}
