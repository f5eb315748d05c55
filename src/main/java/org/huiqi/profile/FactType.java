package org.huiqi.profile;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A kind of fact: the enterprise, a repeated subject, a lookup table or the sheet of an amount.
 *
 * @param list JSON key of a repeated subject, e.g. {@code products}; empty otherwise
 * @param key fields that tell its elements apart
 * @param fields in the order of the declaration
 * @param lookups rows of tables reached from this fact
 */
public record FactType(
        String name, Kind kind, String label, String list, List<String> key, List<Field> fields, List<Lookup> lookups)
        implements Serializable {

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
    public record Lookup(String name, String table, String by) implements Serializable {}

    public FactType {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        lookups = List.copyOf(lookups);
    }

    public Optional<Field> find(String field) {
        return fields.stream().filter(f -> f.name().equals(field)).findFirst();
    }

    public Field get(String field) {
        return find(field).orElseThrow(() -> new NoSuchElementException(name + " has no field " + field));
    }

    /** Position of a field in the declaration; throws if there is none. */
    public int indexOf(String field) {
        return fields.indexOf(get(field));
    }

    /** How rules call a reference to this type: {@code taxPeriod} for {@code TaxPeriod}. */
    public String referenceName() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
