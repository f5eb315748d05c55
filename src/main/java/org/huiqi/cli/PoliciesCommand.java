package org.huiqi.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiqi.assess.RuleBook;
import org.huiqi.cli.CheckCommand.Format;
import org.huiqi.problem.Text;
import org.huiqi.report.GraphJson;
import org.huiqi.report.GraphText;
import org.huiqi.report.Json;
import org.huiqi.report.PolicyJson;
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

    @Option(names = "--graph", description = "政策之间的先决和互斥关系。Which policies rest on or shut out each other.")
    private boolean graph;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "输出格式。Output format.")
    private String format = "text";

    @Override
    public Integer call() {
        RuleBook book = root.book();
        Arguments arguments = new Arguments();
        LocalDate day = arguments.date("--as-of", asOf);
        List<String> chosen = arguments.policies(policies, book);
        Format written = arguments.choice("--format", format, Format.values());
        if (graph && !policies.isEmpty()) {
            arguments.wrong(
                    "--graph",
                    new Text("关系图总是整个规则库的", "the graph is of the whole pack"),
                    new Text("请去掉政策 ID。", "Leave out the ids."));
        }
        arguments.check();
        root.out()
                .print(
                        switch (written) {
                            case TEXT -> text(book, day, chosen);
                            case JSON -> Json.indented(json(book, day, chosen)) + "\n";
                        });
        return HuiqiCommand.DONE;
    }

    private String text(RuleBook book, LocalDate day, List<String> chosen) {
        PolicyText text = new PolicyText(book, root.lang());
        if (graph) {
            return new GraphText(book, root.lang()).write();
        }
        return chosen.isEmpty() ? text.list(day) : text.tell(chosen);
    }

    private JsonNode json(RuleBook book, LocalDate day, List<String> chosen) {
        if (graph) {
            return GraphJson.tree(book);
        }
        return chosen.isEmpty() ? PolicyJson.list(book, day) : PolicyJson.trees(book, chosen);
    }
}
