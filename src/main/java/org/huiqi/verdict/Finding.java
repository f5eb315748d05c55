package org.huiqi.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What was found of one criterion for one subject.
 *
 * @param criterion id of the criterion, e.g. {@code AMV-04}
 * @param truth three truths, or REVIEW for what only a person can judge
 * @param missing paths of the unanswered fields that keep it open, empty unless UNKNOWN
 * @param evidence the figures on both sides of each test
 * @param fault why the test itself failed, which is neither a yes nor a no
 */
public record Finding(
        String criterion, Truth truth, List<String> missing, List<Evidence> evidence, Optional<String> fault) {
    public Finding {
        missing = List.copyOf(missing);
        evidence = List.copyOf(evidence);
    }
}
