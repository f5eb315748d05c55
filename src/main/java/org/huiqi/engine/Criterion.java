package org.huiqi.engine;

import java.util.Optional;
import org.huiqi.verdict.Seen;

/**
 * One indivisible test of one clause: a DRL rule.
 *
 * @param id e.g. {@code AMV-04}
 * @param claim what holds when it is met, in Chinese
 * @param en the claim in English, empty if none was given
 * @param document key of the document in the policy
 * @param seen how well the source was checked
 * @param note shown to users, may be empty
 * @param points what it is worth as a score item
 * @param source the rule as written
 */
public record Criterion(
        String id,
        String claim,
        String en,
        String policy,
        Place place,
        String document,
        String clause,
        Seen seen,
        String note,
        Optional<Points> points,
        Form form,
        String source) {

    public boolean judged() {
        return form instanceof Form.Judged;
    }
}
