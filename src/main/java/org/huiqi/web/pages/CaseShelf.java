package org.huiqi.web.pages;

import java.util.List;
import org.huiqi.audit.TestCase;

/** The test cases that belong to the rules being served. */
@FunctionalInterface
public interface CaseShelf {
    /** No cases at hand. */
    CaseShelf EMPTY = policy -> List.of();

    /** The cases of one policy, in the order of the files. */
    List<TestCase> of(String policy);
}
