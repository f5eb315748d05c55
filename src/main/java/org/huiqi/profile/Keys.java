package org.huiqi.profile;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** How elements of a list are told apart. */
public final class Keys {
    private Keys() {}

    /** The values of the key fields joined by {@code /}, or {@code #1} by position if one is unanswered. */
    public static String of(FactType type, Map<String, Object> answers, int index) {
        if (type.key().isEmpty() || !answers.keySet().containsAll(type.key())) {
            return "#" + (index + 1);
        }
        return type.key().stream().map(k -> show(type.get(k), answers.get(k))).collect(Collectors.joining("/"));
    }

    /** A value as people write it: a month as {@code 2025-03}. */
    public static String show(Field field, Object value) {
        return field.month() && value instanceof LocalDate d ? d.toString().substring(0, 7) : value.toString();
    }
}
