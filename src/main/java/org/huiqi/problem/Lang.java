package org.huiqi.problem;

/** The language users read; Chinese unless they ask for English. */
public enum Lang {
    ZH,
    EN
}
