package org.huiqi.engine.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.huiqi.engine.Sheet;
import org.huiqi.problem.Nearest;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.jspecify.annotations.Nullable;

/** Reads {@code declare}d types into the dictionary. */
final class DeclarationReader {
    private static final Set<String> TYPE_ANNOTATIONS =
            Set.of("label", "list", "key", "table", "sheet", "by", "order", "en");
    private static final Set<String> FIELD_ANNOTATIONS = Set.of(
            "label",
            "en",
            "unit",
            "question",
            "help",
            "group",
            "choices",
            "min",
            "max",
            "aliases",
            "reviewer",
            "month",
            "lookup",
            "from");
    private static final Set<String> RESERVED = Set.of("asOf", "enterprise", "previous", "entitled", "reviews");

    private final Complaints complaints;

    DeclarationReader(Complaints complaints) {
        this.complaints = complaints;
    }

    FactType read(TypeDeclarationDescr descr, Collection<String> tableTypes) {
        List<AnnotationDescr> annotations = List.copyOf(descr.getAnnotations());
        DrlFile.checkAnnotations(annotations, TYPE_ANNOTATIONS, descr.getLine(), complaints);
        FactType.Kind kind = kind(descr.getTypeName(), annotations);
        List<Field> fields = new ArrayList<>();
        List<FactType.Lookup> lookups = new ArrayList<>();
        for (TypeFieldDescr field : descr.getFields().values()) {
            lookup(field, tableTypes)
                    .ifPresentOrElse(lookups::add, () -> field(field, kind).ifPresent(fields::add));
        }
        if (kind == FactType.Kind.SHEET) {
            fields.add(entitled());
        }
        FactType type = new FactType(
                descr.getTypeName(),
                kind,
                label(annotations, descr),
                DrlFile.text(annotations, "list").orElse(""),
                keys(annotations),
                fields,
                lookups);
        checkReferences(type, descr.getLine());
        return type;
    }

    private FactType.Kind kind(String name, List<AnnotationDescr> annotations) {
        if (name.equals(Dictionary.ENTERPRISE)) {
            return FactType.Kind.ENTERPRISE;
        }
        if (DrlFile.text(annotations, "table").isPresent()) {
            return FactType.Kind.TABLE;
        }
        return DrlFile.text(annotations, "sheet").isPresent() ? FactType.Kind.SHEET : FactType.Kind.REPEATED;
    }

    private String label(List<AnnotationDescr> annotations, TypeDeclarationDescr descr) {
        Optional<String> label = DrlFile.text(annotations, "label");
        if (label.isEmpty()) {
            complaints.add(descr.getLine(), "type " + descr.getTypeName() + " has no @label.", "");
        }
        return label.orElse(descr.getTypeName());
    }

    private static List<String> keys(List<AnnotationDescr> annotations) {
        return DrlFile.text(annotations, "key")
                .map(k -> List.of(k.split("\\s*,\\s*")))
                .orElse(List.of());
    }

    private void checkReferences(FactType type, int line) {
        if (type.kind() == FactType.Kind.REPEATED && type.list().isEmpty()) {
            complaints.add(
                    line, "repeated type " + type.name() + " has no @list.", "Name its JSON key: @list(\"products\").");
        }
        type.key().stream()
                .filter(k -> type.find(k).isEmpty())
                .forEach(k -> complaints.add(
                        line, "@key names the unknown field '" + k + "'.", Nearest.maybe(k, names(type))));
        type.lookups().stream()
                .filter(l -> type.find(l.by()).isEmpty())
                .forEach(l -> complaints.add(
                        line, "@lookup names the unknown field '" + l.by() + "'.", Nearest.maybe(l.by(), names(type))));
    }

    private static List<String> names(FactType type) {
        return type.fields().stream().map(Field::name).toList();
    }

    private Optional<FactType.Lookup> lookup(TypeFieldDescr field, Collection<String> tableTypes) {
        Optional<String> by = DrlFile.text(field.getAnnotations(), "lookup");
        String type = field.getPattern().getObjectType();
        if (by.isPresent() && !tableTypes.contains(type)) {
            complaints.add(
                    field.getLine(),
                    "@lookup on '" + field.getFieldName() + "', whose type " + type + " is not a @table.",
                    "");
        }
        return by.map(b -> new FactType.Lookup(field.getFieldName(), type, b));
    }

    private Optional<Field> field(TypeFieldDescr descr, FactType.Kind kind) {
        String name = descr.getFieldName();
        int line = descr.getLine();
        List<AnnotationDescr> annotations = List.copyOf(descr.getAnnotations());
        DrlFile.checkAnnotations(annotations, FIELD_ANNOTATIONS, line, complaints);
        Optional<FieldType> type = FieldType.find(descr.getPattern().getObjectType());
        if (type.isEmpty()) {
            complaints.add(
                    line,
                    "field '" + name + "' has the type " + descr.getPattern().getObjectType() + ".",
                    "Permitted: Boolean, Integer, BigDecimal, String, LocalDate, List.");
            return Optional.empty();
        }
        if (RESERVED.contains(name) || !name.matches("[a-z][A-Za-z0-9]*")) {
            complaints.add(line, "field name '" + name + "'.", "Use camelCase, and none of " + RESERVED + ".");
        }
        String label = DrlFile.text(annotations, "label").orElse("");
        if (label.isEmpty() && kind != FactType.Kind.TABLE) {
            complaints.add(line, "field '" + name + "' has no @label.", "");
        }
        return Optional.of(field(name, type.get(), label.isEmpty() ? name : label, annotations, line));
    }

    private Field field(String name, FieldType type, String label, List<AnnotationDescr> a, int line) {
        return new Field(
                name,
                type,
                label,
                text(a, "en"),
                text(a, "unit"),
                text(a, "question"),
                text(a, "help"),
                text(a, "group"),
                list(a, "choices"),
                number(a, "min", line),
                number(a, "max", line),
                list(a, "aliases"),
                DrlFile.text(a, "reviewer").isPresent(),
                DrlFile.text(a, "month").isPresent(),
                text(a, "from"));
    }

    private static String text(List<AnnotationDescr> annotations, String name) {
        return DrlFile.text(annotations, name).orElse("");
    }

    private static List<String> list(List<AnnotationDescr> annotations, String name) {
        return DrlFile.text(annotations, name)
                .map(v -> Arrays.stream(v.split("\\|")).map(String::strip).toList())
                .orElse(List.of());
    }

    private @Nullable BigDecimal number(List<AnnotationDescr> annotations, String name, int line) {
        Optional<String> written = DrlFile.text(annotations, name);
        try {
            return written.map(BigDecimal::new).orElse(null);
        } catch (NumberFormatException e) {
            complaints.add(line, "@" + name + "(" + written.orElse("") + ") is not a number.", "");
            return null;
        }
    }

    private static Field entitled() {
        return Field.plain(Sheet.ENTITLED, FieldType.BOOLEAN, "是否可享受", "entitled");
    }
}
