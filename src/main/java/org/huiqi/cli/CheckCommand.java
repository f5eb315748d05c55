package org.huiqi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Nearest;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileReader;
import org.huiqi.profile.ProfileText;
import org.huiqi.report.AssessmentJson;
import org.huiqi.report.AssessmentText;
import org.huiqi.report.Detail;
import org.huiqi.verdict.Assessment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Assesses one profile. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "核对一家企业。Assess one enterprise.")
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Parameters(paramLabel = "PROFILE", description = "企业档案,JSON 或 YAML。A profile, JSON or YAML.")
    @SuppressWarnings("NullAway.Init")
    private Path profile;

    @Option(names = "--as-of", paramLabel = "DATE", description = "评估日,默认今天。Date of assessment.")
    private LocalDate asOf = LocalDate.now();

    @Option(names = "--policy", paramLabel = "ID", description = "只看这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "输出格式。Output format.")
    private Format format = Format.TEXT;

    @Option(names = "--steps", description = "列出金额的每一步。Show every step of amounts.")
    private boolean steps;

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

    @Override
    public Integer call() throws IOException {
        RuleBook book = root.book();
        checkPolicies(book);
        Profile read = new ProfileReader(book.dictionary()).read(tree());
        Assessor assessor = new Assessor(book);
        Assessor.Request request = new Assessor.Request(asOf, Set.copyOf(policies), assumeEntitled, root.lang());
        Assessment assessment = assessor.assess(read, request);
        root.out()
                .print(
                        format == Format.JSON
                                ? AssessmentJson.write(book, assessment) + "\n"
                                : new AssessmentText(book, root.lang(), new Detail(all, steps))
                                        .write(assessment, read));
        return reference ? compare(assessor, read, request, assessment) : HuiqiCommand.DONE;
    }

    private int compare(Assessor assessor, Profile read, Assessor.Request request, Assessment assessment) {
        boolean agree =
                assessor.assess(read, request, assessor.book().reference()).equals(assessment);
        root.err().println(agree ? "参照引擎结果一致 (reference engine agrees)" : "参照引擎结果不一致! (reference engine DISAGREES)");
        return agree ? HuiqiCommand.DONE : HuiqiCommand.NOT_HELD;
    }

    private JsonNode tree() throws IOException {
        if (!Files.isRegularFile(profile)) {
            throw new InvalidInputException(
                    List.of(new Problem(profile.toString(), new Text("没有这个文件", "no such file"), new Text("", ""))));
        }
        if (Files.size(profile) > ProfileText.MAX_BYTES) {
            throw new InvalidInputException(List.of(new Problem(
                    profile.toString(), new Text("文件过大", "file too large"), new Text("最大5MB。", "At most 5 MB."))));
        }
        byte[] bytes = Files.readAllBytes(profile);
        return profile.toString().endsWith(".json") ? ProfileText.json(bytes) : ProfileText.yaml(bytes);
    }

    private void checkPolicies(RuleBook book) {
        List<String> known = book.policies().stream().map(p -> p.id()).toList();
        List<Problem> unknown = policies.stream()
                .filter(p -> !known.contains(p))
                .map(p -> new Problem(
                        "--policy",
                        new Text("没有政策“" + p + "”", "unknown policy '" + p + "'"),
                        Text.same(Nearest.maybe(p, known))))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
    }
}
