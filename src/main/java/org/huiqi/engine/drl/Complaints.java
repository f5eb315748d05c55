package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.List;
import org.huiqi.engine.condition.ConditionSyntaxException;
import org.huiqi.problem.Problem;

/** Collects the problems of one pack, file by file. */
final class Complaints {
    private final List<Problem> problems;
    private final String file;

    Complaints(List<Problem> problems, String file) {
        this.problems = problems;
        this.file = file;
    }

    static Complaints none(String file) {
        return new Complaints(new ArrayList<>(), file);
    }

    String file() {
        return file;
    }

    void add(int line, String message, String remedy) {
        problems.add(Problem.inRules("rules/" + file, line, message, remedy));
    }

    void add(int line, ConditionSyntaxException e) {
        add(line, e.getMessage(), e.remedy());
    }
}
