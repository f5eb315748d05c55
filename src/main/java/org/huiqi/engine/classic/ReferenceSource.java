package org.huiqi.engine.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Criterion;
import org.huiqi.engine.Form;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Ref;

/**
 * Writes the DRL of the reference: every constraint as its author wrote it, behind tests that its fields are answered, since null would pass
 * for evidence ({@code !=}) or end the session (arithmetic). One rule per atom, one per criterion of several atoms or elements, one per step.
 */
final class ReferenceSource {
    private ReferenceSource() {}

    static String write(ParsedRules rules) {
        StringBuilder drl = new StringBuilder("package reference;\nimport facts.*;\n");
        drl.append("global org.huiqi.engine.classic.Hits hits;\n");
        rules.atoms().values().forEach(atoms -> atoms.forEach(a -> atom(drl, a)));
        rules.criteria().forEach(c -> criterion(drl, c));
        for (Sheet sheet : rules.sheets()) {
            for (int i = 0; i < sheet.steps().size(); i++) {
                step(drl, sheet.steps().get(i), i);
            }
        }
        return drl.toString();
    }

    private static void atom(StringBuilder drl, Atom a) {
        drl.append("rule \"a" + a.index() + "_" + a.type() + "\" when $f : " + pattern(a.type(), List.of(a)));
        drl.append(" then hits.atom(" + a.index() + ", $f); end\n");
    }

    private static void criterion(StringBuilder drl, Criterion criterion) {
        String pattern = plain(criterion.form());
        if (!pattern.isEmpty()) {
            drl.append("rule \"c_" + criterion.id() + "\" when $f : " + pattern);
            drl.append(" then hits.criterion(\"" + criterion.id() + "\", $f); end\n");
        }
    }

    /** The left-hand side as its author wrote it; empty where the rule of its only atom says the same. */
    private static String plain(Form form) {
        if (form instanceof Form.Quantified q) {
            return "Enterprise() " + (q.negated() ? "not " : "exists ") + pattern(q.type(), q.atoms());
        }
        if (form instanceof Form.Count n) {
            String test = "$n " + n.operator() + " " + n.bound();
            return "Enterprise() accumulate( " + pattern(n.type(), n.atoms()) + "; $n : count(); " + test + " )";
        }
        return form instanceof Form.OnFact f && f.atoms().size() > 1 ? pattern(f.type(), f.atoms()) : "";
    }

    private static void step(StringBuilder drl, Step step, int index) {
        List<String> constraints = new ArrayList<>(List.of(step.target() + " == null"));
        step.expression().refs().flatMap(ReferenceSource::guard).distinct().forEach(constraints::add);
        step.atoms().forEach(a -> constraints.addAll(guarded(a)));
        constraints.add("$figure : " + step.source());
        String setter = "set" + Character.toUpperCase(step.target().charAt(0))
                + step.target().substring(1);
        drl.append("rule \"s" + index + "_" + step.sheet() + "\" when $sheet : " + step.sheet());
        drl.append("( " + String.join(", ", constraints) + " ) then modify( $sheet ) { ");
        drl.append(setter + "( $figure ) } end\n");
    }

    private static String pattern(String type, List<Atom> atoms) {
        return type + "( " + atoms.stream().flatMap(a -> guarded(a).stream()).collect(Collectors.joining(", ")) + " )";
    }

    private static List<String> guarded(Atom atom) {
        List<String> constraints = new ArrayList<>(
                atom.reads().stream().flatMap(ReferenceSource::guard).distinct().toList());
        if (atom.condition() instanceof Condition.HasPrevious previous && !previous.present()) {
            constraints.add("chained == true");
        }
        constraints.add(atom.source());
        return constraints;
    }

    private static Stream<String> guard(Ref ref) {
        if (ref.given()) {
            return Stream.empty();
        }
        String field = ref.path() + " != null";
        return ref.owner().isEmpty() ? Stream.of(field) : Stream.of(ref.owner() + " != null", field);
    }
}
