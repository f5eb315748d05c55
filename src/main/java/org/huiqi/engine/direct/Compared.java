package org.huiqi.engine.direct;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The comparisons of constraints, called by what the executable model makes of them; nothing is null here. Its own operators turn whole numbers
 * into objects and compare them as {@code double}.
 */
public final class Compared {
    private Compared() {}

    public static boolean equal(boolean a, boolean b) {
        return a == b;
    }

    public static boolean equal(int a, int b) {
        return a == b;
    }

    public static boolean less(int a, int b) {
        return a < b;
    }

    public static boolean atMost(int a, int b) {
        return a <= b;
    }

    public static boolean equal(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    public static boolean less(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) < 0;
    }

    public static boolean atMost(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) <= 0;
    }

    public static boolean equal(LocalDate a, LocalDate b) {
        return a.isEqual(b);
    }

    public static boolean less(LocalDate a, LocalDate b) {
        return a.isBefore(b);
    }

    public static boolean atMost(LocalDate a, LocalDate b) {
        return !a.isAfter(b);
    }

    public static boolean equal(String a, String b) {
        return a.equals(b);
    }
}
