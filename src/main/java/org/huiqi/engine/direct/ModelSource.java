package org.huiqi.engine.direct;

import java.util.List;
import org.huiqi.engine.Atom;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Expression;

/** Writes the DRL that the executable-model compiler sees: one rule per atom and one per step. */
final class ModelSource {
    private ModelSource() {}

    static String write(ParsedRules rules) {
        StringBuilder drl = new StringBuilder(
                "package atoms;\nimport facts.*;\nimport java.math.BigDecimal;\nimport %s;\nimport %s;\n"
                        .formatted(Literals.CLASS, Compared.class.getName()));
        ModelConstraint constraint = new ModelConstraint();
        rules.atoms()
                .forEach((type, atoms) ->
                        atoms.forEach(a -> rule(drl, name(a), type + "( " + constraint.write(a.condition()) + " )")));
        for (Sheet sheet : rules.sheets()) {
            List<Step> steps = sheet.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).expression() instanceof Expression.Number) {
                    continue; // Drools 10.2 cannot bind a bare literal in the executable model; it needs no compiler
                }
                rule(
                        drl,
                        name(sheet, i),
                        sheet.type().name() + "( $figure : " + text(steps.get(i).expression()) + " )");
            }
        }
        return drl.toString();
    }

    static String name(Atom atom) {
        return "a" + atom.index() + "_" + atom.type();
    }

    static String name(Sheet sheet, int step) {
        return "s" + step + "_" + sheet.type().name();
    }

    private static void rule(StringBuilder drl, String name, String pattern) {
        drl.append("rule \"").append(name).append("\" when ").append(pattern).append(" then ");
        drl.append(pattern.contains("$figure") ? "$figure.hashCode(); end\n" : "end\n");
    }

    private static String text(Expression figure) {
        return figure instanceof Expression.Arithmetic ? "( " + figure.drl() + " )" : figure.drl();
    }

    /** The class of the numbers and dates that {@link #write} refers to. */
    static String literals(ParsedRules rules) {
        ModelConstraint constraint = new ModelConstraint();
        rules.atoms().values().forEach(atoms -> atoms.forEach(a -> constraint.write(a.condition())));
        return constraint.literals();
    }
}
