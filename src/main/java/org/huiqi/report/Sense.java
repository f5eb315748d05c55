package org.huiqi.report;

import org.huiqi.problem.Text;
import org.huiqi.verdict.Truth;

/** What a criterion is used for, and so how its truth reads. */
enum Sense {
    /** It must hold. */
    REQUIRED,
    /** It must not hold: ✓ stands beside what is not the case. */
    EXCLUDED,
    /** It is only asked, to know what is required: neither ✓ nor ✗. */
    ASKED;

    String mark(Truth truth) {
        return switch (this) {
            case REQUIRED -> Words.mark(truth);
            case EXCLUDED -> Words.mark(truth.not());
            case ASKED -> "·";
        };
    }

    /** The claim as a user of this sense reads it. */
    String claim(Words words, String claim, Truth truth) {
        return switch (this) {
            case REQUIRED -> claim;
            case EXCLUDED -> words.of(existence(truth)) + claim;
            case ASKED -> claim + "? " + words.of(answer(truth));
        };
    }

    private static Text existence(Truth truth) {
        return switch (truth) {
            case MET -> new Text("存在: ", "is the case: ");
            case UNMET -> new Text("不存在: ", "not the case: ");
            case UNKNOWN -> new Text("不清楚: ", "not known: ");
            case REVIEW -> new Text("待评审: ", "awaiting review: ");
        };
    }

    private static Text answer(Truth truth) {
        return switch (truth) {
            case MET -> new Text("是", "yes");
            case UNMET -> new Text("否", "no");
            case UNKNOWN -> new Text("未填", "not answered");
            case REVIEW -> new Text("待评审", "awaiting review");
        };
    }
}
