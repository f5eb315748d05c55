package org.huiqi.verdict;

import java.time.LocalDate;
import java.util.List;

/**
 * One profile against the whole rule book.
 *
 * @param ruleBook digest of the rules that were applied
 * @param asOf date of assessment
 */
public record Assessment(String ruleBook, LocalDate asOf, List<PolicyAssessment> policies) {
    public Assessment {
        policies = List.copyOf(policies);
    }
}
