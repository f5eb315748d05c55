package org.huiqi.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of the dictionary.
 *
 * @param name the spelling in rules, JSON and CSV headers
 * @param label the Chinese label, accepted as a header too
 * @param en English label, empty if none was given
 * @param unit display unit of a number, e.g. {@code 万元}, empty if none
 * @param choices the only values permitted, empty if free
 * @param min least value permitted, null if unbounded
 * @param max greatest value permitted, null if unbounded
 * @param aliases further spreadsheet headers
 * @param reviewer whether a reviewer, not the enterprise, gives it
 * @param month whether the date means a month, held as its first day
 * @param from id of the classification policy whose result this is; such a field is never asked. Empty for fields that are answered
 * @param change how the fact may come to be another
 */
public record Field(
        String name,
        FieldType type,
        String label,
        String en,
        String unit,
        String question,
        String help,
        String group,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> aliases,
        boolean reviewer,
        boolean month,
        String from,
        Change change) {

    public Field {
        choices = List.copyOf(choices);
        aliases = List.copyOf(aliases);
    }

    /** A word with a label and nothing else to say. */
    public static Field plain(String name, FieldType type, String label, String en) {
        return new Field(
                name, type, label, en, "", "", "", "", List.of(), null, null, List.of(), false, false, "", Change.ACT);
    }

    Field changing(Change other) {
        return new Field(
                name, type, label, en, unit, question, help, group, choices, min, max, aliases, reviewer, month, from,
                other);
    }

    /** Whether it is worked out by a classification instead of being answered. */
    public boolean derived() {
        return !from.isEmpty();
    }

    /**
     * Most digits of a number before the point: a thousand million, in yuan ten million million. Products of two such numbers, and sums of
     * those, stay exact in the 34 digits of Drools.
     */
    public int wholeDigits() {
        return type == FieldType.DECIMAL && unit.equals("元") ? 13 : 9;
    }

    /** Most digits of a decimal behind the point: down to 0.01 yuan, also where the unit is ten thousand yuan. */
    public int decimals() {
        return type != FieldType.DECIMAL ? 0 : unit.equals("元") ? 2 : 6;
    }

    /** Everything a header may say to mean this field. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(name, label));
        headers.addAll(aliases);
        return headers;
    }
}
