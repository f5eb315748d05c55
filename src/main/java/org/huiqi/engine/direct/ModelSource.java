package org.huiqi.engine.direct;

import java.util.List;
import org.huiqi.engine.Atom;
import org.huiqi.engine.ParsedRules;
import org.huiqi.engine.Sheet;
import org.huiqi.engine.Step;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.profile.FieldType;

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

    /**
     * The constraint as it was understood, so that a disagreement with the reference, which keeps it as written, shows a misreading.
     *
     * <p>A computed decimal moves to the left of whatever it is compared with: the executable model of Drools 10.2 fails to build comparisons
     * such as {@code a * 2 >= b * 2 * 135} or {@code n - a - 0.5B < b} (its index check prints one side with a visitor of the wrong kind).
     */
    private static String text(Atom atom) {
        if (atom.condition() instanceof Condition.Comparison c
                && (computed(c.left()) || computed(c.right()))
                && !(c.right() instanceof Expression.Number)) {
            return c.left().drl() + " - (" + c.right().drl() + ") " + c.operator() + " 0";
        }
        return atom.condition().drl();
    }

    private static String text(Expression figure) {
        return figure instanceof Expression.Arithmetic ? "( " + figure.drl() + " )" : figure.drl();
    }

    /** Whole numbers stay where they are, since their difference could overflow. */
    private static boolean computed(Expression e) {
        return e instanceof Expression.Arithmetic && e.type() == FieldType.DECIMAL;
    }
}
