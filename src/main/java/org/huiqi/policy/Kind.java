package org.huiqi.policy;

/** What a policy gives. */
public enum Kind {
    TAX("税收优惠"),
    RECOGNITION("认定"),
    SUBSIDY("资金奖补"),
    PLATFORM("创新平台"),
    TALENT("人才"),
    PILOT("试点示范"),
    CLASSIFICATION("分类"),
    INFORMATION("信息");

    private final String zh;

    Kind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
