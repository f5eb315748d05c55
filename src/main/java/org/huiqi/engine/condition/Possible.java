package org.huiqi.engine.condition;

import java.util.List;
import java.util.function.Predicate;
import org.huiqi.verdict.Truth;

/**
 * What can be said of a condition on a text that is one of a few, though not which: a classification that has come down to 小型 or 微型
 * already answers whether a firm is 中小微. Never decides wrongly, only later.
 */
public final class Possible {
    private Possible() {}

    /** MET or UNMET if every one of {@code values} decides the same, else UNKNOWN; no values: anything is possible. */
    public static Truth decide(Condition condition, List<String> values) {
        if (condition instanceof Condition.Membership m && m.value() instanceof Expression.FieldValue) {
            return decide(values, value -> m.negated() != m.members().contains(new Expression.TextLiteral(value)));
        }
        return condition instanceof Condition.Comparison c
                ? comparison(c.left(), c.operator(), c.right(), values)
                : Truth.UNKNOWN;
    }

    private static Truth comparison(Expression left, String operator, Expression right, List<String> values) {
        boolean field = left instanceof Expression.FieldValue;
        if (!((field ? right : left) instanceof Expression.TextLiteral literal)) {
            return Truth.UNKNOWN;
        }
        return switch (operator) {
            case "==" -> decide(values, literal.value()::equals);
            case "!=" -> decide(values, value -> !literal.value().equals(value));
            default -> Truth.UNKNOWN;
        };
    }

    private static Truth decide(List<String> values, Predicate<String> holds) {
        long met = values.stream().filter(holds).count();
        return met == values.size() && met > 0
                ? Truth.MET
                : met == 0 && !values.isEmpty() ? Truth.UNMET : Truth.UNKNOWN;
    }
}
