package org.huiqi.engine.direct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiqi.engine.Atom;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.FactType;

/** Writes the classes that call the extracted predicates: methods of about 20 criteria, one call site each (PERFORMANCE.md). */
final class EvaluatorSource {
    private static final int PER_METHOD = 20;
    private final ParsedRules rules;
    private final Map<String, String> lambdas;

    /** {@code lambdas}: rule name of {@link ModelSource} to class name of its predicate or extractor. */
    EvaluatorSource(ParsedRules rules, Map<String, String> lambdas) {
        this.rules = rules;
        this.lambdas = lambdas;
    }

    Map<String, String> all() {
        Map<String, String> sources = new LinkedHashMap<>();
        rules.atoms().forEach((type, atoms) -> sources.put("direct." + type + "Atoms", atoms(type, atoms)));
        rules.sheets().forEach(s -> sources.put("direct." + s.type().name() + "Steps", steps(s)));
        return sources;
    }

    private String atoms(String type, List<Atom> atoms) {
        StringBuilder java = new StringBuilder(
                "package direct;\npublic final class " + type + "Atoms extends org.huiqi.engine.AtomTests {\n");
        int methods = (atoms.size() + PER_METHOD - 1) / PER_METHOD;
        String cast = "facts." + type + " f = (facts." + type + ") fact;\n";
        java.append("public void test(org.huiqi.engine.Fact fact, byte[] out) { ")
                .append(cast);
        IntStream.range(0, methods).forEach(m -> java.append("t" + m + "(f, out);\n"));
        java.append("}\npublic byte test(org.huiqi.engine.Fact fact, int atom) { ")
                .append(cast)
                .append("try { switch (atom / " + PER_METHOD + ") {\n");
        IntStream.range(0, methods).forEach(m -> java.append("case " + m + ": return o" + m + "(f, atom);\n"));
        java.append("default: throw new IllegalArgumentException(); } } catch (Exception e) { return 3; } }\n");
        for (int m = 0; m < methods; m++) {
            methods(java, type, m, atoms.subList(m * PER_METHOD, Math.min(atoms.size(), (m + 1) * PER_METHOD)));
        }
        return java.append("}\n").toString();
    }

    private void methods(StringBuilder java, String type, int method, List<Atom> atoms) {
        java.append("private static void t" + method + "(facts." + type + " f, byte[] out) {\n");
        atoms.forEach(a -> java.append("try { out[" + a.index() + "] = ")
                .append(truth(a))
                .append("; } catch (Exception e) { out[" + a.index() + "] = 3; }\n"));
        java.append("}\nprivate static byte o" + method + "(facts." + type
                + " f, int atom) throws Exception { switch (atom) {\n");
        atoms.forEach(a -> java.append("case " + a.index() + ": return " + truth(a) + ";\n"));
        java.append("default: throw new IllegalArgumentException(); } }\n");
    }

    private String truth(Atom atom) {
        String call = lambdas.get(ModelSource.name(atom)) + ".INSTANCE.test(f) ? (byte) 1 : (byte) 0";
        String unknown = unknown(atom);
        return unknown.isEmpty() ? call : "(" + unknown + ") ? (byte) 2 : " + call;
    }

    /** A Java test for "something it reads is unanswered", empty if it reads nothing. */
    private String unknown(Atom atom) {
        if (atom.condition() instanceof Condition.HasPrevious) {
            return "f.previous == null && !f.isChained()";
        }
        FactType type = type(atom.type());
        Map<String, Map<Integer, Long>> masks = new LinkedHashMap<>();
        for (Ref ref : atom.reads()) {
            int index = type(ref.type()).indexOf(ref.field().name());
            masks.computeIfAbsent(ref.owner(), o -> new TreeMap<>())
                    .merge(index / 64, 1L << (index % 64), (a, b) -> a | b);
        }
        return masks.entrySet().stream()
                .map(e -> unknown(type, e.getKey(), e.getValue()))
                .collect(Collectors.joining(" || "));
    }

    private String unknown(FactType type, String owner, Map<Integer, Long> words) {
        String target = owner.isEmpty() ? "f" : "f." + owner;
        String bits = words.entrySet().stream()
                .map(w -> "(" + target + ".unanswered" + w.getKey() + " & " + w.getValue() + "L) != 0")
                .collect(Collectors.joining(" || "));
        boolean optional = owner.equals("previous")
                || type.lookups().stream().anyMatch(l -> l.name().equals(owner));
        return optional ? target + " == null || " + bits : bits;
    }

    private FactType type(String name) {
        Optional<FactType> declared = rules.dictionary().find(name);
        return declared.orElseGet(() -> rules.findSheet(name).orElseThrow().type());
    }

    private String steps(Sheet sheet) {
        String type = sheet.type().name();
        StringBuilder java = new StringBuilder(
                "package direct;\npublic final class " + type + "Steps extends org.huiqi.engine.StepValues {\n");
        java.append("public Object value(int step, org.huiqi.engine.Fact sheet) throws Exception { facts.")
                .append(type)
                .append(" f = (facts.")
                .append(type)
                .append(") sheet;\nswitch (step) {\n");
        for (int i = 0; i < sheet.steps().size(); i++) {
            java.append("case ")
                    .append(i)
                    .append(": return ")
                    .append(value(sheet, i))
                    .append(";\n");
        }
        return java.append("default: throw new IllegalArgumentException(\"no step \" + step); } } }\n")
                .toString();
    }

    private String value(Sheet sheet, int step) {
        return sheet.steps().get(step).expression() instanceof Expression.Number literal
                ? "new java.math.BigDecimal(\"" + literal.value().toPlainString() + "\")"
                : lambdas.get(ModelSource.name(sheet, step)) + ".INSTANCE.apply(f)";
    }
}
