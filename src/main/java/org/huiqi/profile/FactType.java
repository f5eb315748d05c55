package org.huiqi.profile;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A kind of fact: the enterprise, a repeated subject, a lookup table or the sheet of an amount.
 *
 * @param list JSON key of a repeated subject, e.g. {@code products}; empty otherwise
 * @param key fields that tell its elements apart
 * @param fields in the order of the declaration
 * @param lookups rows of tables reached from this fact
 * @param positions of the fields by name: looked up for every answer of every profile; whatever is given, it is that of {@code fields}
 */
public record FactType(
        String name,
        Kind kind,
        String label,
        String list,
        List<String> key,
        List<Field> fields,
        List<Lookup> lookups,
        Map<String, Integer> positions) {

    /** What a declared type stands for. */
    public enum Kind {
        ENTERPRISE,
        REPEATED,
        TABLE,
        SHEET
    }

    /**
     * A reference to the row of a table.
     *
     * @param name the field that leads to the row
     * @param table type of the row
     * @param by own field whose value is looked up
     */
    public record Lookup(String name, String table, String by) {}

    public FactType {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        lookups = List.copyOf(lookups);
        positions = positions(fields);
    }

    public FactType(
            String name,
            Kind kind,
            String label,
            String list,
            List<String> key,
            List<Field> fields,
            List<Lookup> lookups) {
        this(name, kind, label, list, key, fields, lookups, Map.of());
    }

    private static Map<String, Integer> positions(List<Field> fields) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            positions.putIfAbsent(fields.get(i).name(), i);
        }
        return Collections.unmodifiableMap(positions);
    }

    public Optional<Field> find(String field) {
        return Optional.ofNullable(positions.get(field)).map(fields::get);
    }

    public Field get(String field) {
        return fields.get(indexOf(field));
    }

    /** Position of a field in the declaration; throws if there is none. */
    public int indexOf(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw new NoSuchElementException(name + " has no field " + field);
        }
        return position;
    }

    /** How rules call a reference to this type: {@code taxPeriod} for {@code TaxPeriod}. */
    public String referenceName() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
