package org.huiqi.engine.direct;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.FactType;
import org.huiqi.profile.Field;

/** Writes the Java class of a declared type: nullable properties, a bit per unanswered field, references. */
final class FactSource {
    private static final int CHUNK = 64;
    private final FactType type;
    private final Map<String, String> references;
    private final List<Field> stored;
    private final List<Field> aside;
    private final List<Field> read;

    private FactSource(FactType type, Map<String, String> references, ParsedRules rules) {
        this.type = type;
        this.references = references;
        this.stored = stored(rules);
        this.read = Stream.concat(readByTests(rules), readBySheets(rules))
                .distinct()
                .toList();
        this.aside = type.fields().stream().filter(f -> !stored.contains(f)).toList();
    }

    /**
     * The fields with storage of their own, in the order in which the criteria read them: a fact is tested in one pass over neighbouring memory, however
     * large the dictionary is. What no criterion reads is set aside; of a sheet, nothing.
     */
    private List<Field> stored(ParsedRules rules) {
        return type.kind() == FactType.Kind.SHEET
                ? Stream.concat(readBySheets(rules), type.fields().stream())
                        .distinct()
                        .toList()
                : readByTests(rules).distinct().toList();
    }

    /** By what is asked of every profile, atoms of this type first. */
    private Stream<Field> readByTests(ParsedRules rules) {
        return rules.atoms().values().stream()
                .flatMap(List::stream)
                .filter(atom -> rules.findSheet(atom.type()).isEmpty())
                .sorted(Comparator.comparing(atom -> !atom.type().equals(type.name())))
                .flatMap(atom -> own(atom.reads().stream()));
    }

    /** By what is asked where somebody wants to know an amount. */
    private Stream<Field> readBySheets(ParsedRules rules) {
        return rules.sheets().stream()
                .flatMap(sheet -> Stream.concat(
                        rules.atomsOf(sheet.type().name()).stream().flatMap(atom -> atom.reads().stream()),
                        sheet.steps().stream().flatMap(step -> step.expression().refs())))
                .flatMap(ref -> own(Stream.of(ref)));
    }

    private Stream<Field> own(Stream<Ref> refs) {
        return refs.filter(ref -> ref.type().equals(type.name()))
                .flatMap(ref -> type.find(ref.field().name()).stream());
    }

    /** Sources by class name, for every type of the dictionary and every sheet. */
    static Map<String, String> all(ParsedRules rules) {
        Map<String, String> sources = new LinkedHashMap<>();
        rules.dictionary()
                .types()
                .forEach(t -> sources.put(
                        "facts." + t.name(), new FactSource(t, references(t, Optional.empty()), rules).write()));
        rules.sheets()
                .forEach(s -> sources.put(
                        "facts." + s.type().name(),
                        new FactSource(s.type(), references(s.type(), Optional.of(s)), rules).write()));
        return sources;
    }

    /** Reference name to class name. */
    static Map<String, String> references(FactType type, Optional<Sheet> sheet) {
        Map<String, String> references = new LinkedHashMap<>();
        if (type.kind() == FactType.Kind.REPEATED || type.kind() == FactType.Kind.SHEET) {
            references.put("enterprise", Dictionary.ENTERPRISE);
        }
        type.lookups().forEach(l -> references.put(l.name(), l.table()));
        sheet.ifPresent(s -> {
            references.put(Character.toLowerCase(s.over().charAt(0)) + s.over().substring(1), s.over());
            references.put("previous", type.name());
        });
        return references;
    }

    private String write() {
        StringBuilder java = new StringBuilder(
                "package facts;\npublic final class " + type.name() + " extends org.huiqi.engine.Fact {\n");
        for (int word = 0; word <= (type.fields().size() - 1) / 64; word++) {
            java.append("public long unanswered").append(word).append(" = -1L;\n");
        }
        property(java, "asOf", "java.time.LocalDate");
        references.forEach((name, target) -> reference(java, name, target));
        for (Field field : stored) {
            property(java, field.name(), javaType(field));
        }
        read.stream()
                .filter(aside::contains)
                .forEach(field -> getter(java, field.name(), javaType(field), valueAside(field)));
        setAside(java);
        for (int i = 0; i < type.fields().size(); i++) {
            setter(java, i);
        }
        access(java);
        return java.append("}\n").toString();
    }

    private static void property(StringBuilder java, String name, String javaType) {
        java.append("private ").append(javaType).append(' ').append(name).append(";\n");
        getter(java, name, javaType, name);
        if (name.equals("asOf")) {
            java.append("public void setAsOf(java.time.LocalDate value) { asOf = value; }\n");
        }
    }

    private static void getter(StringBuilder java, String name, String javaType, String value) {
        java.append("@SuppressWarnings(\"unchecked\") public %s get%s() { return (%s) %s; }\n"
                .formatted(javaType, capital(name), javaType, value));
    }

    /** Setters of declared fields keep the unanswered bits. A field may be called like a parameter, hence {@code this}. */
    private void setter(StringBuilder java, int index) {
        Field field = type.fields().get(index);
        String bit = (1L << (index % 64)) + "L";
        java.append("public void set")
                .append(capital(field.name()))
                .append('(')
                .append(javaType(field))
                .append(" value) { ")
                .append(
                        aside.contains(field)
                                ? "aside$(" + aside.indexOf(field) + ", value)"
                                : "this." + field.name() + " = value")
                .append("; if (value == null) unanswered")
                .append(index / 64)
                .append(" |= ")
                .append(bit)
                .append("; else unanswered")
                .append(index / 64)
                .append(" &= ~")
                .append(bit)
                .append("; }\n");
    }

    private static String javaType(Field field) {
        return field.type().javaClass().getName() + (field.type().javaClass() == List.class ? "<String>" : "");
    }

    private void setAside(StringBuilder java) {
        java.append(
                        "private Object[] aside$;\nprivate void aside$(int at, Object value) { if (aside$ == null) aside$ = new Object[")
                .append(aside.size())
                .append("]; aside$[at] = value; }\n");
    }

    private String value(Field field) {
        return "return " + (aside.contains(field) ? valueAside(field) : "this." + field.name()) + ";";
    }

    private String valueAside(Field field) {
        return "(this.aside$ == null ? null : this.aside$[" + aside.indexOf(field) + "])";
    }

    private static void reference(StringBuilder java, String name, String target) {
        java.append("public ").append(target).append(' ').append(name).append(";\n");
        getter(java, name, target, name);
    }

    private void access(StringBuilder java) {
        java.append("public org.huiqi.engine.Fact blank() { return new " + type.name() + "(); }\n");
        byName(java, "public org.huiqi.engine.Fact reference(String name)", (r, target) -> "return this." + r + ";");
        byName(
                java,
                "public void refer(String name, org.huiqi.engine.Fact target)",
                (r, target) -> "this." + r + " = (" + target + ") target; break;");
        String setting = "set%d(field, value); break;";
        IntFunction<String> getter = i -> value(type.fields().get(i));
        chunked(java, "public Object get(int field)", "Object get%d(int field)", "return get%d(field);", getter);
        chunked(
                java,
                "public void set(int field, Object value)",
                "void set%d(int field, Object value)",
                setting,
                this::assignment);
        answered(java);
    }

    private void byName(StringBuilder java, String head, BinaryOperator<String> body) {
        java.append(head).append(" { switch (name) {\n");
        references.forEach((r, target) -> java.append("case \"" + r + "\": " + body.apply(r, target) + "\n"));
        java.append("default: throw new IllegalArgumentException(name); } }\n");
    }

    private void answered(StringBuilder java) {
        java.append("public boolean answered(int field) { switch (field >> 6) {\n");
        for (int word = 0; word <= (type.fields().size() - 1) / 64; word++) {
            java.append("case " + word + ": return (unanswered" + word + " & (1L << field)) == 0;\n");
        }
        java.append("default: throw new IllegalArgumentException(\"no field \" + field); } }\n");
    }

    private String assignment(int index) {
        Field field = type.fields().get(index);
        return "set" + capital(field.name()) + "((" + field.type().javaClass().getName() + ") value); break;";
    }

    /** Methods beyond 8000 bytecodes are never compiled to machine code, so long switches are cut into chunks. */
    private void chunked(StringBuilder java, String outer, String inner, String call, IntFunction<String> body) {
        int chunks = Math.max(1, (type.fields().size() + CHUNK - 1) / CHUNK);
        java.append(outer).append(" { switch (field / ").append(CHUNK).append(") {\n");
        java.append(IntStream.range(0, chunks)
                .mapToObj(c -> "case " + c + ": " + String.format(call, c))
                .collect(Collectors.joining("\n")));
        java.append("\ndefault: throw new IllegalArgumentException(\"no field \" + field); } }\n");
        for (int c = 0; c < chunks; c++) {
            java.append("@SuppressWarnings(\"unchecked\") private ")
                    .append(String.format(inner, c))
                    .append(" { switch (field) {\n");
            for (int i = c * CHUNK; i < Math.min(type.fields().size(), (c + 1) * CHUNK); i++) {
                java.append("case ")
                        .append(i)
                        .append(": ")
                        .append(body.apply(i))
                        .append('\n');
            }
            java.append("default: throw new IllegalArgumentException(\"no field \" + field); } }\n");
        }
    }

    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
