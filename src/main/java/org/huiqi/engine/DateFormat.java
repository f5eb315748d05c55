package org.huiqi.engine;

/** Drools reads date literals in a format that follows the locale unless this property stands before its first build. */
public final class DateFormat {
    private DateFormat() {}

    /** Makes {@code "2025-09-01"} a date in every rule; idempotent. */
    public static void set() {
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
    }
}
