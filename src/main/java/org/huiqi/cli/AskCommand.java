package org.huiqi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiqi.advise.Interview;
import org.huiqi.advise.Position;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Profile;
import org.huiqi.report.Json;
import org.huiqi.report.ProfileJson;
import org.huiqi.report.sheet.ProfileWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Interviews one enterprise on the terminal. */
@Command(name = "ask", description = "逐步提问,只问还能影响结论的。Ask only what can still change a verdict.")
final class AskCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Parameters(
            paramLabel = "PROFILE",
            arity = "0..1",
            description = "从这份档案(JSON、YAML、XLSX)接着问。Go on from this profile (JSON, YAML, XLSX).")
    private @Nullable Path profile;

    @Option(names = "--as-of", paramLabel = "DATE", description = "评估日,默认今天。Date of assessment.")
    private @Nullable String asOf;

    @Option(names = "--policy", paramLabel = "ID", description = "只问这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "把档案写到这个文件(.json 或 .xlsx),默认写到标准输出。Write the profile here (.json or .xlsx); default, stdout.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Position start = start(book);
        Interview interview = new Interview(new Assessor(book));
        BufferedReader answers = new BufferedReader(new InputStreamReader(root.in(), StandardCharsets.UTF_8));
        Profile answered = new Conversation(book, interview, root.lang(), answers, root.err()).hold(start);
        write(book.dictionary(), answered);
        return HuiqiCommand.DONE;
    }

    private Position start(RuleBook book) {
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        Path from = profile;
        Optional<Profile> read = from == null
                ? Optional.of(Profile.of(Map.of()))
                : arguments
                        .read(() -> ProfileFile.read(book.dictionary(), from))
                        .flatMap(tree ->
                                arguments.read(() -> book.profileReader().read(tree)));
        arguments.check();
        return new Position(read.orElseThrow(), day, Set.copyOf(chosen), Set.of());
    }

    private void write(Dictionary dictionary, Profile answered) {
        Path target = file;
        String json = Json.indented(ProfileJson.tree(dictionary, answered)) + "\n";
        if (target == null) {
            root.out().print(json);
            return;
        }
        try {
            Files.write(
                    target,
                    ProfileFile.workbook(target)
                            ? ProfileWorkbook.write(dictionary, answered)
                            : json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unwritable(target);
        }
        root.err().println(root.say("档案已写入 " + target, "profile written to " + target));
    }

    private static RuntimeException unwritable(Path target) {
        return new InvalidInputException(List.of(new Problem(
                target.toString(),
                new Text("写不了", "cannot be written"),
                new Text("请换一个文件夹。", "Choose another folder."))));
    }
}
