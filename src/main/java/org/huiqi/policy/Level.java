package org.huiqi.policy;

/** Who grants a policy. */
public enum Level {
    NATIONAL("国家级"),
    PROVINCIAL("省级"),
    MUNICIPAL("市级"),
    DISTRICT("区县级");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
