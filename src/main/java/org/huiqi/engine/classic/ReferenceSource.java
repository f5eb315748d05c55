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
import org.huiqi.engine.condition.Ref;

/**
 * Writes the DRL of the reference: every constraint as its author wrote it, behind tests that its fields are answered, since null would pass
 * for evidence ({@code !=}) or end the session (arithmetic). One rule per atom, one per criterion of several atoms or elements, one per step.
 */
final class ReferenceSource {
    private ReferenceSource() {}

    static String write(ParsedRules rules) {
        StringBuilder drl =
                new StringBuilder("package reference;\nimport facts.*;\nglobal org.huiqi.engine.classic.Hits hits;\n");
        rules.atoms()
                .forEach((type, atoms) -> atoms.forEach(a -> drl.append("rule \"a")
                        .append(a.index())
                        .append('_')
                        .append(type)
                        .append("\" when $f : ")
                        .append(pattern(type, List.of(a)))
                        .append(" then hits.atom(")
                        .append(a.index())
                        .append(", $f); end\n")));
        rules.criteria().forEach(c -> criterion(drl, c));
        for (Sheet sheet : rules.sheets()) {
            for (int i = 0; i < sheet.steps().size(); i++) {
                step(drl, sheet.steps().get(i), i);
            }
        }
        return drl.toString();
    }

    private static void criterion(StringBuilder drl, Criterion criterion) {
        String rule = "rule \"c_" + criterion.id() + "\" when ";
        String met = " then hits.criterion(\"" + criterion.id() + "\", $f); end\n";
        if (criterion.form() instanceof Form.OnFact f && f.atoms().size() > 1) {
            drl.append(rule)
                    .append("$f : ")
                    .append(pattern(f.type(), f.atoms()))
                    .append(met);
        } else if (criterion.form() instanceof Form.Quantified q) {
            drl.append(rule)
                    .append("$f : Enterprise() ")
                    .append(q.negated() ? "not " : "exists ")
                    .append(pattern(q.type(), q.atoms()))
                    .append(met);
        } else if (criterion.form() instanceof Form.Count n) {
            drl.append(rule)
                    .append("$f : Enterprise() accumulate( ")
                    .append(pattern(n.type(), n.atoms()))
                    .append("; $n : count(); $n ")
                    .append(n.operator())
                    .append(' ')
                    .append(n.bound())
                    .append(" )")
                    .append(met);
        }
    }

    private static void step(StringBuilder drl, Step step, int index) {
        List<String> constraints = new ArrayList<>(List.of(step.target() + " == null"));
        step.expression().refs().flatMap(ReferenceSource::guard).distinct().forEach(constraints::add);
        step.atoms().forEach(a -> constraints.addAll(guarded(a)));
        constraints.add("$figure : " + step.source());
        drl.append("rule \"s")
                .append(index)
                .append('_')
                .append(step.sheet())
                .append("\" when $sheet : ")
                .append(step.sheet())
                .append("( ")
                .append(String.join(", ", constraints))
                .append(" ) then modify( $sheet ) { set")
                .append(Character.toUpperCase(step.target().charAt(0)))
                .append(step.target().substring(1))
                .append("( $figure ) } end\n");
    }

    private static String pattern(String type, List<Atom> atoms) {
        return type + "( " + atoms.stream().flatMap(a -> guarded(a).stream()).collect(Collectors.joining(", ")) + " )";
    }

    private static List<String> guarded(Atom atom) {
        List<String> constraints = new ArrayList<>(
                atom.reads().stream().flatMap(ReferenceSource::guard).distinct().toList());
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
