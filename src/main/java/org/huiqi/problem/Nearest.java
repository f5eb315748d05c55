package org.huiqi.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name someone probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The closest of {@code known} within a third of the length of {@code typed}. */
    public static Optional<String> to(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= allowed)
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A closing sentence such as {@code Maybe 'totalSales'?}, or nothing. */
    public static String maybe(String typed, Collection<String> known) {
        return to(typed, known).map(name -> "Maybe '" + name + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            previous = nextRow(a, b, i, previous);
        }
        return previous[b.length()];
    }

    private static int[] nextRow(String a, String b, int i, int[] previous) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(substitution, Math.min(previous[j], row[j - 1]) + 1);
        }
        return row;
    }
}
