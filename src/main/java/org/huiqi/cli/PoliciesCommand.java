package org.huiqi.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.report.PolicyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the policies of the pack. */
@Command(name = "policies", mixinStandardHelpOptions = true, description = "列出政策。List the policies.")
final class PoliciesCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Option(names = "--as-of", paramLabel = "DATE", description = "日期,默认今天。The day to look at.")
    private LocalDate asOf = LocalDate.now();

    @Override
    public Integer call() {
        RuleBook book = root.book();
        root.out().print(new PolicyText(book, root.lang()).list(asOf));
        return HuiqiCommand.DONE;
    }
}
