package org.huiqi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.audit.CaseRunner;
import org.huiqi.audit.TestCase;
import org.huiqi.audit.TestCases;
import org.huiqi.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the test cases of the pack. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "运行规则的测试用例。Run the test cases of the rules.")
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private HuiqiCommand root;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            defaultValue = "test-cases",
            description = "用例目录。Folder of the cases.")
    private Path cases = Path.of("test-cases");

    @Option(names = "--policy", paramLabel = "ID", description = "只测这些政策。Only these policies.")
    private List<String> policies = List.of();

    @Override
    public Integer call() {
        RuleBook book = root.book();
        CaseRunner runner = new CaseRunner(new Assessor(book));
        int passed = 0;
        int failed = 0;
        for (Policy policy : book.policies()) {
            for (TestCase testCase : policies.isEmpty() || policies.contains(policy.id())
                    ? TestCases.of(cases, policy.id())
                    : List.<TestCase>of()) {
                List<String> failures = runner.run(policy, testCase).failures();
                passed += failures.isEmpty() ? 1 : 0;
                failed += failures.isEmpty() ? 0 : 1;
                failures.forEach(
                        f -> root.out().println("✗ " + testCase.file() + " · " + testCase.name() + "\n    " + f));
            }
        }
        root.out().println(passed + " passed, " + failed + " failed");
        return failed == 0 ? HuiqiCommand.DONE : HuiqiCommand.NOT_HELD;
    }
}
