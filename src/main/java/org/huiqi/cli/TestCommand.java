package org.huiqi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.audit.CaseRunner;
import org.huiqi.audit.Coverage;
import org.huiqi.audit.TestCase;
import org.huiqi.audit.TestCases;
import org.huiqi.policy.Policy;
import org.huiqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the test cases of the pack. */
@Command(name = "test", description = "运行规则的测试用例。Run the test cases of the rules.")
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Mixin
    private Help help = new Help();

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            defaultValue = "test-cases",
            description = "用例目录。Folder of the cases.")
    private Path cases = Path.of("test-cases");

    @Option(names = "--policy", paramLabel = "ID", description = "只测这些政策,可重复。Only these policies.")
    private List<String> policies = List.of();

    @Option(
            names = "--coverage",
            description = "列出每项条件见过的结果,不到100%%时返回1。Which criteria were seen in which truth; 1 below 100%%.")
    private boolean coverage;

    @Override
    public Integer call() {
        RuleBook book = root.book();
        List<Policy> chosen = chosen(book);
        CaseRunner runner = new CaseRunner(new Assessor(book));
        Coverage seen = new Coverage(book);
        int passed = 0;
        int failed = 0;
        for (Policy policy : chosen) {
            for (TestCase testCase : TestCases.of(cases, policy.id())) {
                boolean held = run(runner, policy, testCase, seen);
                passed += held ? 1 : 0;
                failed += held ? 0 : 1;
            }
        }
        boolean covered = !coverage || new CoverageText(root.lang(), root.out()).write(chosen, seen);
        root.out()
                .println(root.say(
                        "用例 " + (passed + failed) + " 个: 通过 " + passed + ", 未通过 " + failed,
                        (passed + failed) + " cases: " + passed + " passed, " + failed + " failed"));
        return failed == 0 && covered ? HuiqiCommand.DONE : HuiqiCommand.NOT_HELD;
    }

    private List<Policy> chosen(RuleBook book) {
        Arguments arguments = new Arguments();
        if (!Files.isDirectory(cases)) {
            arguments.wrong(
                    "--cases",
                    new Text("没有“" + cases + "”这个文件夹", "there is no folder '" + cases + "'"),
                    new Text("用例在项目的 test-cases/ 下。", "The cases are in test-cases/ of the project."));
        }
        List<String> known = arguments.policies(policies, book);
        arguments.check();
        return book.policies().stream()
                .filter(p -> known.isEmpty() || known.contains(p.id()))
                .toList();
    }

    private boolean run(CaseRunner runner, Policy policy, TestCase testCase, Coverage seen) {
        CaseRunner.CaseResult result = runner.run(policy, testCase);
        seen.add(result.seen());
        result.failures()
                .forEach(f -> root.out().println("✗ " + testCase.file() + " · " + testCase.name() + "\n    " + f));
        return result.failures().isEmpty();
    }
}
