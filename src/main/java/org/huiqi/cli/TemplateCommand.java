package org.huiqi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.Text;
import org.huiqi.screen.OutputFailedException;
import org.huiqi.screen.output.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a workbook to fill in. */
@Command(name = "template", description = "生成批量筛查的 Excel 模板。Write a workbook to fill in for screening.")
final class TemplateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "FILE", description = "要写的 .xlsx 文件。The workbook to write.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "只要这些政策用到的列,可重复。Only columns these policies may ask for.")
    private List<String> policies = List.of();

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Arguments arguments = new Arguments();
        List<String> chosen = arguments.policies(policies, book);
        if (!file.toString().endsWith(".xlsx")) {
            arguments.wrong(
                    file.toString(),
                    new Text("模板是 .xlsx 文件", "a template is an .xlsx file"),
                    new Text("请用 .xlsx 结尾。", "End the name with .xlsx."));
        }
        arguments.check();
        try {
            Template.write(file, book, Set.copyOf(chosen));
        } catch (IOException e) {
            throw OutputFailedException.of(file, e);
        }
        return HuiqiCommand.DONE;
    }
}
