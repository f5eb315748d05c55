package org.huiqi.report;

import java.util.Set;
import org.huiqi.verdict.Evidence;
import org.huiqi.verdict.Finding;
import org.huiqi.verdict.Truth;

/** Which evidence tells a reader something, and how its other side reads. */
public final class Telling {
    private static final Set<String> YES_OR_NO = Set.of("是", "否", "yes", "no");
    private static final Set<String> PATTERNS = Set.of("符合格式", "matches");
    private static final Set<String> EQUALS = Set.of("应为", "=");

    private Telling() {}

    /** Of a failed criterion only what failed is worth a line. */
    public static boolean tells(Evidence e, Finding finding, Sense sense) {
        boolean beside = finding.truth() == Truth.UNMET && e.truth() != Truth.UNMET;
        return !beside && !repeats(e, sense) && !guards(e, finding);
    }

    /** Says no more than the claim and the list of what is missing do. */
    private static boolean repeats(Evidence e, Sense sense) {
        return yesOrNo(e) && sense == Sense.ASKED || e.truth() == Truth.UNKNOWN && (yesOrNo(e) || pattern(e));
    }

    /** That a divisor is above zero, unless it is not. */
    private static boolean guards(Evidence e, Finding finding) {
        boolean positive = e.operator().equals(">") && e.right().equals("0");
        return positive && finding.evidence().size() > 1 && e.truth() != Truth.UNMET;
    }

    public static boolean yesOrNo(Evidence e) {
        return YES_OR_NO.contains(e.right());
    }

    public static boolean pattern(Evidence e) {
        return PATTERNS.contains(e.operator());
    }

    /** The other side of the comparison with its sign; equality goes without saying. */
    public static String other(Evidence e) {
        return EQUALS.contains(e.operator()) ? e.right() : e.operator() + " " + e.right();
    }
}
