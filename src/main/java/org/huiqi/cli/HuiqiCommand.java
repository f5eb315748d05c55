package org.huiqi.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command: options that every subcommand shares. */
@Command(
        name = "huiqi",
        mixinStandardHelpOptions = true,
        version = "huiqi 0.1.0",
        description = "惠企:政策适用性核对。Which industrial and tax policies is this enterprise entitled to?",
        footer = {"", "Exit codes: 0 done; 1 something checked did not hold; 2 bad input or usage; 3 rule pack refused."
        },
        subcommands = {
            CheckCommand.class,
            TestCommand.class,
            PoliciesCommand.class,
            FactsCommand.class,
            CompileCommand.class,
            ServeCommand.class
        })
public final class HuiqiCommand implements Runnable {
    static final int DONE = 0;
    static final int NOT_HELD = 1;
    static final int BAD_INPUT = 2;
    static final int BAD_RULES = 3;

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
    private final PrintStream out;
    private final PrintStream err;

    private HuiqiCommand(RuleBookSource books, Serving serving, PrintStream out, PrintStream err) {
        this.books = books;
        this.serving = serving;
        this.out = out;
        this.err = err;
    }

    /** Runs one command line; returns its exit code. */
    public static int run(String[] args, RuleBookSource books, Serving serving, PrintStream out, PrintStream err) {
        HuiqiCommand root = new HuiqiCommand(books, serving, out, err);
        CommandLine line = new CommandLine(root)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> root.explain(e));
        return line.execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, out);
    }

    RuleBook book() {
        try {
            return books.load(Optional.ofNullable(rules));
        } catch (InvalidInputException | IllegalArgumentException refused) {
            throw new RulesRefusedException(refused);
        }
    }

    Optional<Path> rules() {
        return Optional.ofNullable(rules);
    }

    Serving serving() {
        return serving;
    }

    Lang lang() {
        return lang;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    private int explain(Exception e) {
        boolean rulesRefused = e instanceof RulesRefusedException;
        Throwable cause = rulesRefused ? e.getCause() : e;
        if (cause instanceof InvalidInputException invalid) {
            invalid.problems().forEach(p -> err.println(problem(p)));
            err.println(
                    invalid.problems().size() + (lang == Lang.ZH ? " 个问题,没有评估。" : " problems, nothing was assessed."));
        } else {
            err.println(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        }
        return rulesRefused ? BAD_RULES : BAD_INPUT;
    }

    private String problem(Problem p) {
        return p.in(lang);
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
            return Lang.valueOf(value.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
