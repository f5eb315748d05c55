package org.huiqi.engine.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.huiqi.engine.Sheet;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;

/** Reads the {@code declare}d types of one file. */
final class DeclarationReader {
    private static final Pattern FIELD = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*:.*");
    private static final Map<FactType.Kind, Set<String>> ANNOTATIONS = Map.of(
            FactType.Kind.ENTERPRISE, Set.of("label", "en"),
            FactType.Kind.REPEATED, Set.of("label", "en", "list", "key"),
            FactType.Kind.TABLE, Set.of("label", "en", "table", "key"),
            FactType.Kind.SHEET, Set.of("label", "en", "sheet", "by", "order"));

    private final List<String> lines;
    private final boolean sheets;
    private final Complaints complaints;
    private final Set<String> seen = new HashSet<>();

    /** {@code sheets}: whether this file declares sheets, and nothing else, or everything but sheets. */
    DeclarationReader(String text, boolean sheets, Complaints complaints) {
        this.lines = text.lines().toList();
        this.sheets = sheets;
        this.complaints = complaints;
    }

    FactType read(TypeDeclarationDescr descr, Collection<String> tableTypes) {
        List<AnnotationDescr> annotations = List.copyOf(descr.getAnnotations());
        FactType.Kind kind = kind(descr.getTypeName(), annotations);
        DrlFile.checkAnnotations(annotations, ANNOTATIONS.get(kind), descr.getLine(), complaints);
        checkShape(descr, kind);
        FieldReader reader = new FieldReader(kind, complaints);
        List<Field> fields = new ArrayList<>();
        List<FactType.Lookup> lookups = new ArrayList<>();
        for (TypeFieldDescr field : descr.getFields().values()) {
            lookup(field, kind, tableTypes, reader)
                    .ifPresentOrElse(lookups::add, () -> reader.read(field).ifPresent(fields::add));
        }
        if (kind == FactType.Kind.SHEET) {
            fields.add(Field.plain(Sheet.ENTITLED, FieldType.BOOLEAN, "是否可享受", "entitled"));
        }
        String list = DrlFile.text(annotations, "list").orElse("");
        FactType type = new FactType(
                descr.getTypeName(), kind, label(annotations, descr), list, keys(annotations), fields, lookups);
        checkReferences(type, descr.getLine());
        return type;
    }

    private FactType.Kind kind(String name, List<AnnotationDescr> annotations) {
        if (sheets) {
            return FactType.Kind.SHEET;
        }
        if (name.equals(Dictionary.ENTERPRISE)) {
            return FactType.Kind.ENTERPRISE;
        }
        return DrlFile.text(annotations, "table").isPresent() ? FactType.Kind.TABLE : FactType.Kind.REPEATED;
    }

    private void checkShape(TypeDeclarationDescr descr, FactType.Kind kind) {
        int line = descr.getLine();
        String name = descr.getTypeName();
        boolean foreign = descr.getNamespace() != null && !descr.getNamespace().isEmpty();
        if (!Names.type(name) || foreign) {
            complaints.add(
                    line,
                    "type name '" + (foreign ? descr.getNamespace() + "." : "")
                            + (name.length() <= 80 ? name : name.substring(0, 80) + "…") + "'.",
                    "Use letters and digits after a capital, at most 60, and no type of Java or the engine.");
        }
        if (descr.isTrait() || !descr.getSuperTypes().isEmpty()) {
            String what = descr.isTrait() ? "trait " + name : name + " extends " + descr.getSuperTypes();
            complaints.add(line, what + " is not permitted.", "Declare the type with all its fields.");
        }
        if (!seen.add(name)) {
            complaints.add(line, "type " + name + " is declared twice.", "Merge the two.");
        }
        if (descr.getFields().isEmpty()) {
            complaints.add(line, "type " + name + " has no fields.", "Declare one: name : String @label(\"…\").");
        }
        if (kind == FactType.Kind.SHEET
                && DrlFile.text(List.copyOf(descr.getAnnotations()), "sheet").isEmpty()) {
            complaints.add(line, name + " is no sheet.", "Write @sheet(\"Enterprise\"), or declare it in facts.drl.");
        }
        checkDoubleFields(descr);
    }

    /** Drools keeps the last of two fields of one name without a word. */
    private void checkDoubleFields(TypeDeclarationDescr descr) {
        Set<String> names = new HashSet<>();
        int last = descr.getFields().values().stream()
                .mapToInt(TypeFieldDescr::getLine)
                .max()
                .orElse(0);
        for (int line = descr.getLine(); line <= Math.min(last, lines.size()); line++) {
            Matcher field = FIELD.matcher(lines.get(line - 1));
            if (field.matches()
                    && !names.add(field.group(1))
                    && descr.getFields().containsKey(field.group(1))) {
                complaints.add(line, "field '" + field.group(1) + "' is declared twice.", "Keep one.");
            }
        }
    }

    private String label(List<AnnotationDescr> annotations, TypeDeclarationDescr descr) {
        Optional<String> label = DrlFile.text(annotations, "label").filter(l -> !l.isBlank());
        if (label.isEmpty()) {
            complaints.add(
                    descr.getLine(),
                    "type " + descr.getTypeName() + " has no @label.",
                    "Add @label(\"…\") below 'declare'.");
        }
        return label.orElse(descr.getTypeName());
    }

    private static List<String> keys(List<AnnotationDescr> annotations) {
        return DrlFile.text(annotations, "key")
                .map(k -> List.of(k.split("\\s*,\\s*")))
                .orElse(List.of());
    }

    private void checkReferences(FactType type, int line) {
        if (type.kind() == FactType.Kind.REPEATED && !Names.list(type.list())) {
            String what = type.list().isEmpty() ? "no @list" : "@list(\"" + type.list() + "\")";
            complaints.add(
                    line,
                    "repeated type " + type.name() + " has " + what + ".",
                    "Name its JSON key: @list(\"products\").");
        }
        type.key().forEach(k -> known(type, k, "@key", line));
        type.lookups().forEach(l -> known(type, l.by(), "@lookup", line));
        if (type.kind() == FactType.Kind.TABLE && type.key().size() != 1) {
            complaints.add(
                    line,
                    "table " + type.name() + " has no single @key.",
                    "Name the column it is looked up by: @key(\"industry\").");
        }
    }

    private void known(FactType type, String name, String annotation, int line) {
        if (type.find(name).isEmpty()) {
            List<String> names = type.fields().stream().map(Field::name).toList();
            complaints.add(line, annotation + " names the unknown field '" + name + "'.", Nearest.maybe(name, names));
        }
    }

    private Optional<FactType.Lookup> lookup(
            TypeFieldDescr field, FactType.Kind kind, Collection<String> tableTypes, FieldReader reader) {
        Optional<String> by = DrlFile.text(field.getAnnotations(), "lookup");
        String type = field.getPattern().getObjectType();
        if (by.isPresent()) {
            reader.checkName(field.getFieldName(), field.getLine());
            reader.checkDefault(field);
            if (!tableTypes.contains(type) || kind == FactType.Kind.TABLE || kind == FactType.Kind.SHEET) {
                complaints.add(
                        field.getLine(),
                        "@lookup on '" + field.getFieldName() + "' of type " + type + ".",
                        "It leads from an enterprise or a repeated fact to a type with @table.");
            }
        }
        return by.map(b -> new FactType.Lookup(field.getFieldName(), type, b));
    }
}
