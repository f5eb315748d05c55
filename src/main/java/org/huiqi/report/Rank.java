package org.huiqi.report;

import java.util.Comparator;
import java.util.List;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Which policies a reader wants to see first: what is his, then what may become his. */
public final class Rank {
    private static final List<Outcome> ORDER = List.of(
            Outcome.ELIGIBLE,
            Outcome.RESULT,
            Outcome.REVIEW,
            Outcome.INCOMPLETE,
            Outcome.INELIGIBLE,
            Outcome.NOT_IN_FORCE,
            Outcome.INFORMATION);

    private Rank() {}

    /** By the best verdict of the headline, policies that are alike in the order given. */
    public static List<PolicyAssessment> order(List<PolicyAssessment> policies) {
        Comparator<PolicyAssessment> best = Comparator.comparing(p -> ORDER.indexOf(of(p)));
        return policies.stream().sorted(best).toList();
    }

    /** The best verdict of the headline; nothing to judge counts as information. */
    public static Outcome of(PolicyAssessment policy) {
        return policy.ofStage(policy.headline()).stream()
                .map(Verdict::outcome)
                .min(Comparator.comparing(ORDER::indexOf))
                .orElse(Outcome.INFORMATION);
    }

    /** Is there anything to tell in detail? */
    public static boolean judged(PolicyAssessment policy) {
        return policy.amount().isPresent()
                || policy.verdicts().stream().anyMatch(v -> v.tree().isPresent() || v.outcome() == Outcome.INCOMPLETE);
    }
}
