package org.huiqi.engine.drl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;

/** Whether the types of a dictionary can be told apart: no header means two fields, no list two types, and every lookup finds its key. */
final class DictionaryCheck {
    private final Dictionary dictionary;
    private final Map<String, TypeDeclarationDescr> declared;
    private final Complaints complaints;
    private final Map<String, String> taken = new HashMap<>(Map.of("asOf", "asOf", "reviews", "reviews"));

    DictionaryCheck(Dictionary dictionary, Map<String, TypeDeclarationDescr> declared, Complaints complaints) {
        this.dictionary = dictionary;
        this.declared = declared;
        this.complaints = complaints;
    }

    void run() {
        dictionary.find(Dictionary.ENTERPRISE).ifPresent(e -> headers(e, taken));
        dictionary.repeated().forEach(this::list);
        dictionary.repeated().forEach(t -> headers(t, new HashMap<>()));
        dictionary.types().forEach(t -> t.lookups().forEach(l -> lookup(t, l)));
    }

    private void headers(FactType type, Map<String, String> owners) {
        for (Field field : type.fields()) {
            for (String header : field.headers()) {
                String owner = owners.putIfAbsent(ValueReader.normal(header), field.name());
                if (owner != null && !owner.equals(field.name())) {
                    complaints.add(
                            line(type, field.name()),
                            "'" + header + "' of field '" + field.name() + "' means '" + owner + "' already.",
                            "A header must name one field: change the label or alias.");
                }
            }
        }
    }

    private void list(FactType type) {
        for (String name : new String[] {type.list(), type.label()}) {
            String owner = taken.putIfAbsent(ValueReader.normal(name), type.name());
            if (owner != null && !owner.equals(type.name())) {
                complaints.add(
                        line(type, ""),
                        "'" + name + "' of type " + type.name() + " means '" + owner + "' already.",
                        "Change @list or @label.");
            }
        }
    }

    private void lookup(FactType type, FactType.Lookup lookup) {
        Optional<FieldType> by = type.find(lookup.by()).map(Field::type);
        Optional<FieldType> key = dictionary
                .find(lookup.table())
                .filter(t -> t.key().size() == 1)
                .flatMap(t -> t.find(t.key().get(0)))
                .map(Field::type);
        boolean fits = by.equals(key)
                && by.filter(t -> t == FieldType.TEXT || t == FieldType.INTEGER).isPresent();
        if (by.isPresent() && key.isPresent() && !fits) {
            complaints.add(
                    line(type, ""),
                    "@lookup(\"" + lookup.by() + "\") looks for a " + by.get().javaName() + " among keys that are "
                            + key.get().javaName() + ".",
                    "Both must be String, or both Integer.");
        }
    }

    private int line(FactType type, String field) {
        TypeDeclarationDescr descr = declared.get(type.name());
        return field.isEmpty() || !descr.getFields().containsKey(field)
                ? descr.getLine()
                : descr.getFields().get(field).getLine();
    }
}
