package org.huiqi.web;

import java.util.List;
import org.huiqi.problem.Problem;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;
    private final transient List<Problem> problems;

    public ProblemException(ProblemKind kind) {
        this(kind, List.of());
    }

    public ProblemException(ProblemKind kind, List<Problem> problems) {
        super(kind.type(), null, false, false);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }
}
