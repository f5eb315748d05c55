package org.huiqi.cli;

import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Checks and compiles a pack, so that the next start is fast. */
@Command(name = "compile", mixinStandardHelpOptions = true, description = "检查并编译规则库。Check and compile the rule pack.")
final class CompileCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Override
    public Integer call() {
        RuleBook book = root.book();
        root.out()
                .println(book.policies().size() + " policies, "
                        + book.rules().criteria().size() + " criteria, digest " + book.digest());
        return HuiqiCommand.DONE;
    }
}
