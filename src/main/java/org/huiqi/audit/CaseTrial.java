package org.huiqi.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huiqi.assess.Assessor;
import org.huiqi.assess.RuleBook;
import org.huiqi.policy.Policy;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Puts a rule book to the test of a folder of cases before anyone is served by it. */
public final class CaseTrial {
    private final RuleBook book;
    private final CaseRunner runner;
    private final List<Problem> problems = new ArrayList<>();

    private CaseTrial(RuleBook book) {
        this.book = book;
        this.runner = new CaseRunner(new Assessor(book));
    }

    /** Every case that does not come out as it says, and every case file that cannot be read; empty: the book holds. */
    public static List<Problem> failures(RuleBook book, Path folder) {
        CaseTrial trial = new CaseTrial(book);
        trial.book.policies().forEach(p -> trial.policy(p, folder));
        return List.copyOf(trial.problems);
    }

    private void policy(Policy policy, Path folder) {
        try {
            TestCases.of(folder, policy.id()).forEach(c -> run(policy, c));
        } catch (InvalidInputException unreadable) {
            problems.addAll(unreadable.problems());
        }
    }

    private void run(Policy policy, TestCase testCase) {
        Text remedy = new Text("请改规则,或改用例。", "Correct the rule or the case.");
        runner.run(policy, testCase)
                .failures()
                .forEach(f -> problems.add(
                        new Problem("test-cases/" + testCase.file() + " · " + testCase.name(), Text.same(f), remedy)));
    }
}
