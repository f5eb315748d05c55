package org.huiqi.verdict;

import java.util.Locale;

/** How well the source of a clause was checked, best first. */
public enum Seen {
    /** The cited text was read. */
    FULL("原文核对", "text read"),
    /** A page quoting or closely paraphrasing the clause was read. */
    EXCERPT("节选核对", "excerpt read"),
    /** A third party's summary was read. */
    SECONDARY("转述,待核原文", "secondary source, check the text"),
    /** Nothing was read. */
    MEMORY("未核原文,仅供参考", "text not checked, for orientation only");

    private final String zh;
    private final String en;

    Seen(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The spelling of rule files: {@code full | excerpt | secondary | memory}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Seen weaker(Seen other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Seen stronger(Seen other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
