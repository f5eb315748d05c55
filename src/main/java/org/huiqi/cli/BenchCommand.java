package org.huiqi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.cli.bench.InterviewBench;
import org.huiqi.cli.bench.PagesBench;
import org.huiqi.cli.bench.ReloadBench;
import org.huiqi.cli.bench.ScreeningBench;
import org.huiqi.cli.bench.StartupBench;
import org.huiqi.engine.RuleFiles;
import org.huiqi.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the program itself; for those who work on it. */
@Command(name = "bench", hidden = true, description = "测量启动和重载。Measure start-up and reloading.")
final class BenchCommand {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Command(name = "startup", description = "启动到出结果、到就绪用多久。Time to the first verdict and to a ready port.")
    int startup(
            @Mixin Help help,
            @Option(names = "--runs", defaultValue = "10", description = "每种几次。Runs of each kind.") int runs)
            throws IOException, InterruptedException {
        new StartupBench(files(), root.out()).run(runs);
        return HuiqiCommand.DONE;
    }

    @Command(name = "reload", description = "反复重载后占用的内存。Memory after many reloads.")
    int reload(
            @Mixin Help help,
            @Option(names = "--times", defaultValue = "1000", description = "重载几次。How many reloads.") int times,
            @Option(names = "--every", defaultValue = "50", description = "每几次打印一行。Print every so many.") int every,
            @Option(
                            names = "--reference",
                            defaultValue = "10",
                            description = "每几次也编译参照引擎。Every so many, the reference too.")
                    int reference)
            throws IOException {
        boolean level = new ReloadBench(files(), root.out()).run(new ReloadBench.Plan(times, every, reference));
        return level ? HuiqiCommand.DONE : HuiqiCommand.NOT_HELD;
    }

    @Command(name = "interview", description = "访谈要问多少项。How many fields an interview asks.")
    int interview(
            @Mixin Help help,
            @Parameters(paramLabel = "PROFILE", arity = "1..*", description = "企业档案。Profiles.") List<Path> profiles,
            @Option(names = "--as-of", defaultValue = "2026-01-12", description = "评估日。Date of assessment.")
                    LocalDate asOf) {
        RuleBook book = root.book();
        Map<String, Profile> enterprises = new LinkedHashMap<>();
        profiles.forEach(p -> enterprises.put(
                p.getFileName().toString(), book.profileReader().read(ProfileFile.read(book.dictionary(), p))));
        new InterviewBench(book, root.out()).run(enterprises, asOf);
        return HuiqiCommand.DONE;
    }

    @Command(
            name = "screening",
            description =
                    "批量筛查从文件到文件的速度,与别的做法比较。Screening end to end, and what the alternatives make of the same file.")
    int screening(
            @Mixin Help help,
            @Option(names = "--rows", defaultValue = "1000000", description = "行数。Rows.") int rows,
            @Option(names = "--columns", defaultValue = "60", description = "列数。Columns.") int columns)
            throws IOException {
        new ScreeningBench(root.book(), root.out(), rows, columns).run();
        return HuiqiCommand.DONE;
    }

    @Command(name = "list", description = "写一份虚构的名单。Write a made-up list of firms.")
    int list(
            @Mixin Help help,
            @Parameters(paramLabel = "FILE", description = "CSV 或 Parquet 文件。A file of CSV or Parquet.") Path file,
            @Option(names = "--rows", defaultValue = "100000", description = "行数。Rows.") int rows,
            @Option(names = "--columns", defaultValue = "60", description = "列数。Columns.") int columns)
            throws IOException {
        FirmList.write(root.book(), file, rows, columns);
        return HuiqiCommand.DONE;
    }

    @Command(name = "pages", description = "网页多快。How fast the pages are.")
    int pages(
            @Mixin Help help,
            @Option(names = "--runs", defaultValue = "50", description = "每页几次。Runs of each page.") int runs)
            throws IOException, InterruptedException {
        new PagesBench(root.book(), root.out()).run(runs);
        return HuiqiCommand.DONE;
    }

    private RuleFiles files() {
        return root.rules().map(RuleFiles::in).orElseGet(RuleFiles::shipped);
    }
}
