package org.huiqi.cli;

import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Checks and compiles a pack, so that the next start is fast. */
@Command(name = "compile", description = "检查并编译规则库。Check and compile the rule pack.")
final class CompileCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Override
    public Integer call() {
        RuleBook book = root.book();
        int criteria = book.rules().criteria().size();
        root.out()
                .println(root.say(
                        "政策 " + book.policies().size() + " 项, 条件 " + criteria + " 项, 摘要 " + book.digest(),
                        book.policies().size() + " policies, " + criteria + " criteria, digest " + book.digest()));
        return HuiqiCommand.DONE;
    }
}
