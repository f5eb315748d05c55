package org.huiqi.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.screen.DisagreementException;
import org.huiqi.screen.OutputFailedException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in the language of the reader, and which exit code that is. */
final class Failures {
    private final Lang lang;
    private final PrintStream err;

    Failures(Lang lang, PrintStream err) {
        this.lang = lang;
        this.err = err;
    }

    /** The language asked for on a command line that could not be parsed. */
    static Lang lang(String[] args) {
        String line = String.join(" ", args).toLowerCase(Locale.ROOT);
        return line.contains("--lang en") || line.contains("--lang=en") ? Lang.EN : Lang.ZH;
    }

    /** A command line that makes no sense. */
    int usage(ParameterException e) {
        List<String> wrong = new ArrayList<>();
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getUnmatched().forEach(u -> wrong.add(unknown(u, e.getCommandLine())));
        } else if (e instanceof MissingParameterException missing) {
            missing.getMissing().forEach(m -> wrong.add(say("缺少 ", "missing: ") + name(m)));
        } else {
            wrong.add(misused(e));
        }
        wrong.forEach(err::println);
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println(say("用法见 " + command + " --help。", "See " + command + " --help."));
        return HuiqiCommand.BAD_INPUT;
    }

    private String unknown(String written, CommandLine command) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        Optional<String> near = Nearest.to(written, known);
        return say(
                "不认识“" + written + "”。" + near.map(n -> "是不是“" + n + "”?").orElse(""),
                "unknown '" + written + "'."
                        + near.map(n -> " Maybe '" + n + "'?").orElse(""));
    }

    private String misused(ParameterException e) {
        if (e instanceof OverwrittenOptionException twice) {
            String option = name(twice.getOverwritten());
            return say(option + " 写了不止一次。", option + " is given more than once.");
        }
        if (e.getArgSpec() == null) {
            return String.valueOf(e.getMessage());
        }
        String value = e.getValue() == null ? "" : e.getValue();
        return say(
                "“" + value + "”不能用,应为 " + name(e.getArgSpec()) + "。",
                "'" + value + "' cannot be used, expected " + name(e.getArgSpec()) + ".");
    }

    /** {@code PROFILE} or {@code --lang zh|en}. */
    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    /** A command that failed. */
    int explain(Exception e) {
        boolean rules = e instanceof HuiqiCommand.RulesRefusedException;
        Throwable cause = rules ? e.getCause() : e;
        if (cause instanceof InvalidInputException invalid) {
            return problems(invalid.problems(), rules);
        }
        if (cause instanceof OutputFailedException full) {
            err.println(say("结果写不下去(磁盘满了?):", "the result cannot be written (disk full?): ") + full.getMessage());
            return HuiqiCommand.NOT_WRITTEN;
        }
        if (cause instanceof DisagreementException news) {
            err.println(say("快速引擎与参照引擎不一致,结果作废:", "the fast judge and the reference DISAGREE, no result: ")
                    + news.getMessage());
            return HuiqiCommand.NOT_HELD;
        }
        if (rules) {
            err.println(say("规则库有误,没有装载: ", "the rule pack was refused: ") + cause.getMessage());
            return HuiqiCommand.BAD_RULES;
        }
        err.println(say("程序内部错误,请把下面的内容报告给维护者。", "An error of the program itself; please report what follows."));
        cause.printStackTrace(err);
        return HuiqiCommand.BROKEN;
    }

    private int problems(List<Problem> problems, boolean rules) {
        problems.forEach(p -> err.println(p.in(lang)));
        int count = problems.size();
        if (rules) {
            err.println(say("规则库有 " + count + " 个问题,没有装载。", count + " problems, the rule pack was refused."));
            return HuiqiCommand.BAD_RULES;
        }
        err.println(say(count + " 个问题,没有执行。", count + (count == 1 ? " problem" : " problems") + ", nothing was done."));
        return HuiqiCommand.BAD_INPUT;
    }

    private String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }
}
