package org.huiqi.advise;

import java.util.List;
import org.huiqi.verdict.Interval;

/**
 * What one policy is worth to an enterprise in the year its figures are of.
 *
 * @param policy id
 * @param standing whether it is entitled to it
 * @param figure name of the figure that is the benefit, as in the amount of the assessment
 * @param label of the figure, in Chinese
 * @param yuan in yuan: a point if every step could be computed, otherwise from what is known to as much as there is no telling
 * @param missing fields that the open steps need
 */
public record Worth(
        String policy, Standing standing, String figure, String label, Interval yuan, List<String> missing) {

    /** Whether the money is the enterprise's. */
    public enum Standing {
        /** The verdict behind the amount says yes. */
        ENTITLED,
        /** It says yes as far as can be checked, and somebody has yet to decide. */
        UNDER_REVIEW,
        /** It waits for answers, or the enterprise chose another policy that excludes it; computed as if it said yes. */
        POSSIBLE
    }

    public Worth {
        missing = List.copyOf(missing);
    }

    public boolean known() {
        return yuan.isPoint();
    }
}
