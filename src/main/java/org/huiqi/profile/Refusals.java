package org.huiqi.profile;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Collects what is wrong with one profile; gives up where a list of problems would help nobody. Not thread-safe. */
final class Refusals {
    private static final int MOST = 200;
    private final List<Problem> problems = new ArrayList<>();

    /** @throws InvalidInputException if this is one too many */
    void add(Problem problem) {
        if (problems.size() == MOST) {
            problems.add(new Problem(
                    "$",
                    new Text("问题太多,后面的没有再看", "too many problems, the rest was not read"),
                    new Text("请先改正以上问题。", "Correct these first.")));
            throw new InvalidInputException(problems);
        }
        problems.add(problem);
    }

    void add(String place, String zh, String en, String wayZh, String wayEn) {
        add(new Problem(place, new Text(zh, en), new Text(wayZh, wayEn)));
    }

    /** @throws InvalidInputException if there was any */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
