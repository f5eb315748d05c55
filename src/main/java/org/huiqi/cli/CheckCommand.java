package org.huiqi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiqi.advise.Gap;
import org.huiqi.advise.Gaps;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.Profile;
import org.huiqi.report.AssessmentJson;
import org.huiqi.report.AssessmentText;
import org.huiqi.report.Detail;
import org.huiqi.verdict.Assessment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Assesses one profile. */
@Command(
        name = "check",
        description = {
            "核对一家企业。Assess one enterprise.",
            "不符合或等待回答的,下面一行说最少改什么就符合(改好后重新评估过),或者什么改不了。"
                    + "Under a no, or what waits for an answer, stands the smallest change that makes it a yes, assessed again, or what cannot be changed."
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Parameters(
            paramLabel = "PROFILE",
            description = "企业档案:JSON、YAML 或自查页面的 XLSX。A profile: JSON, YAML or the XLSX of the self-check page.")
    @SuppressWarnings("NullAway.Init")
    private Path profile;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "评估日,默认今天;档案写了 asOf 的以档案为准。Date of assessment; a date in the profile wins.")
    private @Nullable String asOf;

    @Option(names = "--policy", paramLabel = "ID", description = "只看这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "输出格式。Output format.")
    private String format = "text";

    @Option(names = "--steps", description = "列出金额的每一步。Show every step of amounts.")
    private boolean steps;

    @Option(names = "--brief", description = "只要结论和原因。Verdicts and their reasons only.")
    private boolean brief;

    @Option(names = "--all", description = "连同不影响结论的条件一起列出。Also what does not matter to the verdict.")
    private boolean all;

    @Option(names = "--assume-entitled", description = "假设可以享受,测算金额。Compute amounts as if entitled.")
    private boolean assumeEntitled;

    @Option(
            names = "--reference",
            description = "同时用参照引擎核对。Also ask the reference engine, and fail if the two disagree.")
    private boolean reference;

    /** How the answer is written. */
    enum Format {
        TEXT,
        JSON
    }

    /** What is to be done, free of errors. */
    private record Task(Profile profile, Assessor.Request request, Format format) {}

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Task task = task(book);
        Assessor assessor = new Assessor(book);
        Assessment assessment = assessor.assess(task.profile(), task.request());
        root.out().print(write(book, assessment, task, new Gap(assessor).at(task.profile(), assessment.asOf())));
        return reference ? compare(assessor, task, assessment) : HuiqiCommand.DONE;
    }

    private Task task(RuleBook book) {
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        Format written = arguments.choice("--format", format, Format.values());
        Optional<Profile> read = arguments
                .read(() -> ProfileFile.read(book.dictionary(), profile))
                .flatMap(tree -> arguments.read(() -> book.profileReader().read(tree)));
        arguments.check();
        Assessor.Request request = new Assessor.Request(day, Set.copyOf(chosen), assumeEntitled, root.lang());
        return new Task(read.orElseThrow(), request, written);
    }

    private String write(RuleBook book, Assessment assessment, Task task, Gaps gaps) {
        return task.format() == Format.JSON
                ? AssessmentJson.write(book, assessment, gaps) + "\n"
                : new AssessmentText(book, root.lang(), new Detail(brief, all, steps))
                        .write(assessment, task.profile(), gaps);
    }

    private int compare(Assessor assessor, Task task, Assessment assessment) {
        boolean agree = assessor.assess(
                        task.profile(), task.request(), assessor.book().reference())
                .equals(assessment);
        root.err()
                .println(
                        agree
                                ? root.say("参照引擎结果一致", "the reference engine agrees")
                                : root.say("参照引擎结果不一致!", "the reference engine DISAGREES"));
        return agree ? HuiqiCommand.DONE : HuiqiCommand.NOT_HELD;
    }
}
