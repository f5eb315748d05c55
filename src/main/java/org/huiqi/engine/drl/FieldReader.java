package org.huiqi.engine.drl;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.huiqi.profile.Change;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;
import org.jspecify.annotations.Nullable;

/** Reads one field of a {@code declare}d type. */
final class FieldReader {
    private static final Set<String> ANNOTATIONS = Set.of(
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
            "from",
            "change");

    private final FactType.Kind kind;
    private final Complaints complaints;

    FieldReader(FactType.Kind kind, Complaints complaints) {
        this.kind = kind;
        this.complaints = complaints;
    }

    Optional<Field> read(TypeFieldDescr descr) {
        String name = descr.getFieldName();
        int line = descr.getLine();
        List<AnnotationDescr> annotations = List.copyOf(descr.getAnnotations());
        DrlFile.checkAnnotations(annotations, ANNOTATIONS, line, complaints);
        checkName(name, line);
        checkDefault(descr);
        String written = descr.getPattern().getObjectType();
        Optional<FieldType> type = FieldType.find(written);
        if (type.isEmpty()) {
            complaints.add(
                    line,
                    "field '" + name + "' has the type " + written + ".",
                    "Permitted: Boolean, Integer, BigDecimal, String, LocalDate, List.");
            return Optional.empty();
        }
        String label = text(annotations, "label");
        if (label.isBlank() && kind != FactType.Kind.TABLE) {
            complaints.add(line, "field '" + name + "' has no @label.", "Add @label(\"…\"): what users read.");
        }
        Field field = field(name, type.get(), label.isBlank() ? name : label, annotations, line);
        check(field, line);
        return Optional.of(field);
    }

    void checkName(String name, int line) {
        if (!Names.field(name)) {
            complaints.add(
                    line,
                    "field name '" + (name.length() <= 80 ? name : name.substring(0, 80) + "…") + "'.",
                    "Use camelCase letters and digits, at most 60, and no word of Java, DRL or the engine.");
        }
    }

    void checkDefault(TypeFieldDescr descr) {
        if (descr.getInitExpr() != null) {
            complaints.add(
                    descr.getLine(),
                    "a default value of field '" + descr.getFieldName() + "' is not permitted: " + descr.getInitExpr()
                            + ".",
                    "Remove it: what nobody answered stays unanswered.");
        }
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
                text(a, "from"),
                change(a, type, line));
    }

    private Change change(List<AnnotationDescr> annotations, FieldType type, int line) {
        Optional<String> written = DrlFile.text(annotations, "change");
        Optional<Change> read = written.flatMap(Change::find);
        wrong(
                written.isPresent() && read.isEmpty(),
                line,
                "@change(\"" + written.orElse("") + "\")",
                "Write act, up, down, time or never.");
        boolean ordered = type.numeric();
        Change change = read.orElse(Change.ACT);
        wrong(
                (change == Change.UP || change == Change.DOWN) && !ordered
                        || change == Change.TIME && !ordered && type != FieldType.DATE,
                line,
                "@change(\"" + change.code() + "\") on a " + type.javaName(),
                "Only a number goes up or down, and only a number or a LocalDate moves with time.");
        return change;
    }

    private void check(Field field, int line) {
        FieldType type = field.type();
        boolean bounded = field.min() != null || field.max() != null;
        wrong(bounded && !type.numeric(), line, "@min or @max on '" + field.name() + "'", "Only numbers have bounds.");
        wrong(
                field.min() != null && field.max() != null && field.min().compareTo(field.max()) > 0,
                line,
                "@min above @max on '" + field.name() + "'",
                "No value could be given.");
        wrong(
                field.month() && type != FieldType.DATE,
                line,
                "@month on '" + field.name() + "'",
                "Only a LocalDate means a month.");
        boolean texts = type == FieldType.TEXT || type == FieldType.TEXTS;
        wrong(
                !field.choices().isEmpty() && !texts,
                line,
                "@choices on '" + field.name() + "'",
                "Only texts are chosen; a Boolean is yes or no by itself.");
        wrong(
                unclear(field.choices()),
                line,
                "@choices of '" + field.name() + "' has an empty or a double choice",
                "Write each once: \"甲|乙\".");
        wrong(
                field.derived()
                        && (kind != FactType.Kind.ENTERPRISE
                                || type != FieldType.TEXT
                                || field.choices().isEmpty()),
                line,
                "@from on '" + field.name() + "'",
                "A classification gives a String of the Enterprise with @choices.");
        wrong(
                kind == FactType.Kind.SHEET && type != FieldType.DECIMAL,
                line,
                "the figure '" + field.name() + "' is no BigDecimal",
                "Figures are exact: declare it as BigDecimal.");
    }

    private static boolean unclear(List<String> choices) {
        Set<String> seen = new HashSet<>();
        return choices.stream().map(ValueReader::normal).anyMatch(c -> c.isEmpty() || !seen.add(c));
    }

    private void wrong(boolean wrong, int line, String what, String remedy) {
        if (wrong) {
            complaints.add(line, what + ".", remedy);
        }
    }

    private static String text(List<AnnotationDescr> annotations, String name) {
        return DrlFile.text(annotations, name).orElse("");
    }

    private static List<String> list(List<AnnotationDescr> annotations, String name) {
        return DrlFile.text(annotations, name)
                .map(v -> Arrays.stream(v.split("\\|", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    private @Nullable BigDecimal number(List<AnnotationDescr> annotations, String name, int line) {
        Optional<String> written = DrlFile.text(annotations, name);
        if (written.isEmpty()) {
            return null;
        }
        if (!written.get().matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            complaints.add(
                    line,
                    "@" + name + "(" + written.get() + ") is not a number.",
                    "Write digits, at most 15: @" + name + "(0).");
            return null;
        }
        return new BigDecimal(written.get());
    }
}
