package org.huiqi.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Outcome;
import org.huiqi.verdict.PolicyAssessment;
import org.huiqi.verdict.Verdict;

/** Where an enterprise stands with a policy, in the order a reader wants to hear it. */
enum Standing {
    FITS("现在就符合", "fits now"),
    WAITS("能核对的都满足,等主管部门评审", "all that can be checked is met, for the authority to judge"),
    ASKED("再填一两项就能判断", "an answer or two away from a verdict"),
    STOPPED("不符合,卡在一两条", "not eligible for one or two reasons"),
    OPEN("资料还不够,说不准", "too little is known"),
    NO("不符合", "not eligible"),
    CLASS("分类", "classes"),
    IDLE("不作判断:没有公开的条件、不在有效期,或者没有可判断的对象", "not judged: no published conditions, not in force, or nothing to judge");

    private static final int FEW_FIELDS = 3;
    private static final int FEW_REASONS = 2;
    private final Text title;

    Standing(String zh, String en) {
        this.title = new Text(zh, en);
    }

    Text title() {
        return title;
    }

    /** Detail helps where something was decided for the enterprise, or where little is left to do. */
    boolean worthTelling() {
        return this == FITS || this == WAITS || this == ASKED || this == STOPPED;
    }

    static Standing of(PolicyAssessment policy, Reasons reasons) {
        return counting(policy)
                .map(v -> of(v, reasons))
                .min(Comparator.naturalOrder())
                .orElse(IDLE);
    }

    /** The verdicts a policy is told by: its headline's, and who enjoys it, since that is where the money is. */
    static Stream<Verdict> counting(PolicyAssessment policy) {
        return policy.verdicts().stream()
                .filter(v -> v.stage().equals(policy.headline()) || v.stage().equals("enjoy") && hopeful(v));
    }

    private static boolean hopeful(Verdict v) {
        return v.outcome() == Outcome.ELIGIBLE || v.outcome() == Outcome.REVIEW;
    }

    static Standing of(Verdict v, Reasons reasons) {
        return switch (v.outcome()) {
            case ELIGIBLE -> FITS;
            case REVIEW -> WAITS;
            case INCOMPLETE -> v.missing().size() <= FEW_FIELDS ? ASKED : OPEN;
            case INELIGIBLE -> reasons.against(v).size() <= FEW_REASONS ? STOPPED : NO;
            case RESULT -> CLASS;
            case NOT_IN_FORCE, INFORMATION -> IDLE;
        };
    }

    /** Is this stage worth a reader's time? An open one beside the headline is not: it asks what the headline does not need. */
    static boolean told(PolicyAssessment policy, List<Verdict> stage) {
        return stage.stream().anyMatch(v -> v.stage().equals(policy.headline()) || v.outcome() != Outcome.INCOMPLETE);
    }

    /** The verdicts that put a policy where it stands. */
    static List<Verdict> behind(PolicyAssessment policy, Reasons reasons) {
        Standing standing = of(policy, reasons);
        return counting(policy).filter(v -> of(v, reasons) == standing).toList();
    }

    /** By standing, then in the order given. */
    static Comparator<PolicyAssessment> order(Reasons reasons) {
        return Comparator.comparing(p -> of(p, reasons));
    }
}
