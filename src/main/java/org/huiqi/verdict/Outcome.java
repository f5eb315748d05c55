package org.huiqi.verdict;

/** The verdict on one stage of one policy for one subject. */
public enum Outcome {
    ELIGIBLE("符合", "eligible"),
    REVIEW("可核条件均满足,待评审", "checkable conditions met, awaiting review"),
    INCOMPLETE("信息不足", "information missing"),
    INELIGIBLE("不符合", "not eligible"),
    NOT_IN_FORCE("不在有效期", "not in force"),
    INFORMATION("仅供了解", "for information"),
    RESULT("分类结果", "classification");

    private final String zh;
    private final String en;

    Outcome(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
