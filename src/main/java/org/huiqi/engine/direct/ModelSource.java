package org.huiqi.engine.direct;

import java.util.List;
import org.huiqi.engine.Atom;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;

/** Writes the DRL that the executable-model compiler sees: one rule per atom and one per step. */
final class ModelSource {
    private ModelSource() {}

    static String write(ParsedRules rules) {
        StringBuilder drl = new StringBuilder("package atoms;\nimport facts.*;\n");
        rules.atoms().forEach((type, atoms) -> atoms.forEach(a -> rule(drl, name(a), type + "( " + text(a) + " )")));
        for (Sheet sheet : rules.sheets()) {
            List<Step> steps = sheet.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).expression() instanceof Expression.Number) {
                    continue; // Drools 10.2 cannot bind a bare literal in the executable model; it needs no compiler
                }
                rule(
                        drl,
                        name(sheet, i),
                        sheet.type().name() + "( $figure : " + steps.get(i).source() + " )");
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

    /**
     * The constraint as written, except that a computed right-hand side moves to the left: the executable model of Drools 10.2 fails to
     * build comparisons such as {@code a * 2 >= b * 2 * 135} (its index check prints the right side with a visitor of the wrong kind).
     */
    private static String text(Atom atom) {
        if (atom.condition() instanceof Condition.Comparison c
                && c.left().type().numeric()
                && c.right() instanceof Expression.Arithmetic) {
            return c.left().drl() + " - (" + c.right().drl() + ") " + c.operator() + " 0";
        }
        return atom.source();
    }
}
