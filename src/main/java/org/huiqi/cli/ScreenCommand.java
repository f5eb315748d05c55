package org.huiqi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Lang;
import org.huiqi.problem.Text;
import org.huiqi.screen.Options;
import org.huiqi.screen.OutputFailedException;
import org.huiqi.screen.Screening;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.output.NextSteps;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.output.SummaryText;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Summary;
import org.huiqi.screen.resume.Bookmark;
import org.huiqi.screen.resume.Keeper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Screens a list of firms. */
@Command(
        name = "screen",
        description = {
            "批量筛查一份企业名单。Screen a list of enterprises.",
            "名单:XLSX、CSV/TSV(UTF-8 或 GB18030)、NDJSON、Parquet;模板见 huiqi template。"
                    + "A workbook, separated text, JSON lines or Parquet; see huiqi template.",
            "中断后用同一条命令接着做。Interrupted, the same command goes on where it was."
        })
final class ScreenCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "IN", description = "企业名单。The list.")
    @SuppressWarnings("NullAway.Init")
    private Path in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "结果:.xlsx、.csv、.ndjson 或 .parquet。The result, by the ending of its name.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--with",
            paramLabel = "LIST=FILE",
            description = "产品、税款所属期等另存的文件,可重复,例 products=产品.csv。Repeated facts in further files.")
    private Map<String, Path> beside = new LinkedHashMap<>();

    @Option(names = "--as-of", paramLabel = "DATE", description = "评估日,默认今天。Date of assessment.")
    private @Nullable String asOf;

    @Option(names = "--policy", paramLabel = "ID", description = "只看这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(
            names = "--recheck",
            paramLabel = "N",
            defaultValue = "5000",
            description = "每 N 行由参照引擎复核一行,0 不复核,默认 5000。Every N-th row is judged by the reference too.")
    private int recheck = Options.RECHECK;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "线程数,默认全部核心。Threads; default: all cores.")
    private int threads;

    @Option(
            names = "--gaps",
            description = "CSV、Parquet 也写明只差一条时差多少。Say the gap of near misses in CSV and Parquet too.")
    private boolean gaps;

    @Option(names = "--quiet", description = "不显示进度。No progress.")
    private boolean quiet;

    /** What is to be done, free of errors. */
    private record Task(LocalDate day, Set<String> policies, Options options) {}

    @Override
    public Integer call() throws IOException {
        RuleBook book = root.book();
        Task task = task(book);
        try (Intake intake = Intake.open(book, in, beside)) {
            Judge judge = Screening.judge(book, task.day(), intake, task.policies());
            Screening screening = new Screening(in.getFileName().toString(), judge, intake, task.options());
            Summary summary = run(screening, judge, task);
            root.out().print(new SummaryText(judge, root.lang()).write(summary));
            root.out().print(new NextSteps(judge, root.lang(), out).write(summary));
            return HuiqiCommand.DONE;
        }
    }

    private Summary run(Screening screening, Judge judge, Task task) {
        try (Keeper keeper = Keeper.open(out, work(judge, task), Keeper.EVERY)) {
            Bookmark from = keeper.find(screening::tally);
            if (from.blocks() > 0) {
                String rows = String.format(Locale.ROOT, "%,d", from.tally().read());
                root.err()
                        .println(
                                root.lang() == Lang.ZH
                                        ? "接着上次,已有 " + rows + " 行。"
                                        : "Going on from before: " + rows + " rows are done.");
            }
            try (Output output = Outputs.open(out, judge, root.lang(), from.written());
                    ProgressLine progress = new ProgressLine(
                            root.err(), root.lang(), in, from.tally().read(), !quiet)) {
                return screening.run(output, progress, keeper, from);
            }
        } catch (IOException e) {
            throw OutputFailedException.of(out, e);
        }
    }

    /** All on which a result depends, and more than that: in doubt a screening begins anew. */
    private String work(Judge judge, Task task) throws IOException {
        StringBuilder work =
                new StringBuilder(HuiqiCommand.VERSION + ' ' + judge.book().digest());
        work.append(' ').append(task.day()).append(' ').append(new TreeSet<>(task.policies()));
        work.append(' ')
                .append(task.options().recheck())
                .append(task.options().gaps())
                .append(root.lang());
        Map<String, Path> files = new TreeMap<>(beside);
        files.put("", in);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path path = file.getValue();
            work.append(' ').append(file.getKey()).append('=').append(path.toAbsolutePath());
            work.append(' ').append(Files.size(path)).append(' ').append(Files.getLastModifiedTime(path));
        }
        return work.toString();
    }

    private Task task(RuleBook book) {
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        Optional<Outputs.Format> format = arguments.read(() -> Outputs.format(out));
        atLeastZero(arguments, "--recheck", recheck);
        atLeastZero(arguments, "--threads", threads);
        arguments.check();
        int cores = Runtime.getRuntime().availableProcessors();
        boolean told = gaps || format.orElseThrow().saysGaps();
        return new Task(
                day, Set.copyOf(chosen), new Options(threads == 0 ? cores : threads, recheck, told, root.lang()));
    }

    private static void atLeastZero(Arguments arguments, String option, int number) {
        if (number < 0) {
            arguments.wrong(option, new Text("不能是负数", "cannot be negative"), new Text("0 或更大。", "0 or more."));
        }
    }
}
