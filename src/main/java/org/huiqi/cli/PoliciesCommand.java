package org.huiqi.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.report.PolicyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the policies of the pack, or tells everything about some. */
@Command(name = "policies", description = "列出政策;写明 ID 时列出全部内容。List the policies, or tell everything about some.")
final class PoliciesCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "政策。Ids of policies.")
    private List<String> policies = List.of();

    @Option(names = "--as-of", paramLabel = "DATE", description = "日期,默认今天。The day to look at.")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        arguments.check();
        PolicyText text = new PolicyText(book, root.lang());
        root.out().print(chosen.isEmpty() ? text.list(day) : text.tell(chosen));
        return HuiqiCommand.DONE;
    }
}
