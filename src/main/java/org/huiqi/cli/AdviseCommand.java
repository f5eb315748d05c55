package org.huiqi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiqi.advise.Advice;
import org.huiqi.advise.Adviser;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.profile.Profile;
import org.huiqi.report.AdviceJson;
import org.huiqi.report.AdviceText;
import org.huiqi.report.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what is missing to a yes, what it is worth, and what comes next. */
@Command(name = "advise", description = "差距、金额合计、择优和阶梯。Gaps, money, best combination and ladder.")
final class AdviseCommand implements Callable<Integer> {
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

    @Option(names = "--as-of", paramLabel = "DATE", description = "评估日,默认今天。Date of assessment.")
    private @Nullable String asOf;

    @Option(names = "--policy", paramLabel = "ID", description = "只看这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "输出格式。Output format.")
    private String format = "text";

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        CheckCommand.Format written = arguments.choice("--format", format, CheckCommand.Format.values());
        Optional<Profile> read = arguments
                .read(() -> ProfileFile.read(book.dictionary(), profile))
                .flatMap(tree -> arguments.read(() -> book.profileReader().read(tree)));
        arguments.check();
        Advice advice = new Adviser(new Assessor(book)).advise(read.orElseThrow(), day, Set.copyOf(chosen));
        root.out()
                .print(
                        written == CheckCommand.Format.JSON
                                ? Json.indented(AdviceJson.tree(book, advice)) + "\n"
                                : new AdviceText(book, root.lang()).write(advice));
        return HuiqiCommand.DONE;
    }
}
