package org.huiqi.verdict;

import java.util.List;
import java.util.Optional;

/**
 * Everything found of one policy.
 *
 * @param headline name of the stage whose verdicts are the policy's
 * @param verdicts by stage in file order, then by subject in list order
 */
public record PolicyAssessment(String policy, String headline, List<Verdict> verdicts, Optional<Amount> amount) {
    public PolicyAssessment {
        verdicts = List.copyOf(verdicts);
    }

    public List<Verdict> ofStage(String stage) {
        return verdicts.stream().filter(v -> v.stage().equals(stage)).toList();
    }
}
