package org.huiqi.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.report.FactsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the dictionary. */
@Command(name = "facts", description = "列出字段。List the fields a profile may answer.")
final class FactsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "只列这些政策用到的字段,可重复。Only fields these policies may ask for.")
    private List<String> policies = List.of();

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Arguments arguments = new Arguments();
        List<String> chosen = arguments.policies(policies, book);
        arguments.check();
        root.out().print(new FactsText(book, root.lang()).write(chosen));
        return HuiqiCommand.DONE;
    }
}
