package org.huiqi.report;

import java.util.Map;
import org.huiqi.problem.Text;
import org.huiqi.verdict.Truth;

/** What a criterion is used for, and so how its truth reads. */
public enum Sense {
    /** It must hold. */
    REQUIRED,
    /** It must not hold: ✓ stands beside what is not the case. */
    EXCLUDED,
    /** It is only asked, to know what is required: neither ✓ nor ✗. */
    ASKED;

    private static final Map<Truth, Text> EXISTENCE = Map.of(
            Truth.MET, new Text("存在: ", "is the case: "),
            Truth.UNMET, new Text("不存在: ", "not the case: "),
            Truth.UNKNOWN, new Text("不清楚: ", "not known: "),
            Truth.REVIEW, new Text("待评审: ", "awaiting review: "));
    private static final Map<Truth, Text> ANSWER = Map.of(
            Truth.MET, new Text("是", "yes"),
            Truth.UNMET, new Text("否", "no"),
            Truth.UNKNOWN, new Text("未填", "not answered"),
            Truth.REVIEW, new Text("待评审", "awaiting review"));

    public String mark(Truth truth) {
        return this == ASKED ? "·" : Words.mark(this == EXCLUDED ? truth.not() : truth);
    }

    /** The claim as a user of this sense reads it. */
    public String claim(Words words, String claim, Truth truth) {
        return switch (this) {
            case REQUIRED -> claim;
            case EXCLUDED -> words.of(EXISTENCE.get(truth)) + claim;
            case ASKED -> claim + "? " + words.of(ANSWER.get(truth));
        };
    }

    /** Does this truth stand in the way? */
    public boolean against(Truth truth) {
        return this != ASKED && (truth == Truth.REVIEW || mark(truth).equals("✗"));
    }

    /** How the parts of a group read that must hold, all of them or any. */
    public Sense within() {
        return this == EXCLUDED ? ASKED : this;
    }

    /** How the parts of a group read of which none may hold. */
    public Sense excluding() {
        return this == REQUIRED ? EXCLUDED : ASKED;
    }
}
