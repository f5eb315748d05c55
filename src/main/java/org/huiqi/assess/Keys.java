package org.huiqi.assess;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.huiqi.policy.Edition;
import org.huiqi.profile.Field;

/** Whether the keys of editions can be read, and whether two of them can both fit. */
final class Keys {
    private Keys() {}

    static boolean overlap(Edition a, Edition b) {
        return a.key().keySet().stream()
                .filter(b.key()::containsKey)
                .allMatch(k -> overlap(a.key().get(k), b.key().get(k)));
    }

    /** Are the bounds of this range values of the field, in order? */
    static boolean fits(Edition.Range range, Field field) {
        boolean readable = switch (field.type()) {
            case INTEGER, DECIMAL -> range.bounds().allMatch(b -> b.matches("-?\\d{1,12}(\\.\\d{1,6})?"));
            case DATE -> range.bounds().allMatch(Keys::date);
            case BOOLEAN -> range.bounds().allMatch(b -> b.equals("true") || b.equals("false")) && range.single();
            case TEXT ->
                range.single() && (field.choices().isEmpty() || field.choices().contains(range.from()));
            case TEXTS -> false;
        };
        return readable && !before(range.to(), range.from());
    }

    private static boolean date(String bound) {
        try {
            return LocalDate.parse(bound).toString().equals(bound);
        } catch (DateTimeException e) {
            return false;
        }
    }

    static String show(Edition.Range range) {
        return range.single() ? range.from() : "{from: " + range.from() + ", to: " + range.to() + "}";
    }

    static String remedy(Field field) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> "Write a number, or {from: 2023, to: 2025}.";
            case DATE -> "Write whole dates: {from: 2025-01-01, to: 2025-12-31}.";
            case BOOLEAN -> "Write true or false.";
            case TEXT -> "Write one text" + (field.choices().isEmpty() ? "." : " of " + field.choices() + ".");
            case TEXTS -> "A list chooses no edition: take another field.";
        };
    }

    private static boolean overlap(Edition.Range a, Edition.Range b) {
        return !before(a.to(), b.from()) && !before(b.to(), a.from());
    }

    /** Is the end {@code to} before the start {@code from}? An empty bound is open. */
    private static boolean before(String to, String from) {
        if (to.isEmpty() || from.isEmpty()) {
            return false;
        }
        boolean numbers = to.matches("-?\\d+(\\.\\d+)?") && from.matches("-?\\d+(\\.\\d+)?");
        return numbers ? new BigDecimal(to).compareTo(new BigDecimal(from)) < 0 : to.compareTo(from) < 0;
    }
}
