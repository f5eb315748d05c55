package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.huiqi.profile.ValueReader;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;

/**
 * What can be said while figures are missing: with the known figures as points and the missing ones anywhere inside their declared bounds,
 * a comparison may already be decided ("1 known, at least 1 needed"). Exact interval arithmetic; never decides wrongly, only later.
 */
public final class Bounds {
    private static final Map<String, String> MIRROR = Map.of("<", ">", "<=", ">=");

    private Bounds() {}

    /** The values {@code expression} can take while its fields take any in {@code range}. */
    public static Interval of(Expression expression, Function<Ref, Interval> range) {
        if (expression instanceof Expression.Number n) {
            return Interval.point(n.value());
        }
        if (expression instanceof Expression.FieldValue f) {
            return range.apply(f.ref());
        }
        if (expression instanceof Expression.Arithmetic a) {
            Interval left = of(a.left(), range);
            Interval right = of(a.right(), range);
            return switch (a.operator()) {
                case '+' -> left.plus(right);
                case '-' -> left.plus(right.negate());
                case '*' -> left.times(right);
                default -> Interval.ALL;
            };
        }
        return expression instanceof Expression.DatePart part ? calendar(part) : Interval.ALL;
    }

    private static Interval calendar(Expression.DatePart part) {
        return switch (part.part()) {
            case "monthValue" -> between(1, 12);
            case "dayOfMonth" -> between(1, 31);
            default ->
                part.date() instanceof Expression.FieldValue
                        ? between(ValueReader.FIRST_YEAR, ValueReader.LAST_YEAR)
                        : Interval.ALL;
        };
    }

    private static Interval between(int low, int high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high));
    }

    /** False only if {@link #decide} says UNKNOWN whatever the fields that {@code answerable} names are answered with, and as long as no others are. */
    public static boolean canDecide(Condition.Comparison comparison, Predicate<Ref> answerable) {
        return Reach.decides(comparison, answerable);
    }

    /** MET or UNMET if every possible value decides the same, else UNKNOWN. */
    public static Truth decide(Condition condition, Function<Ref, Interval> range) {
        if (!(condition instanceof Condition.Comparison c) || !c.left().type().numeric()) {
            return Truth.UNKNOWN;
        }
        boolean mirrored = MIRROR.containsKey(c.operator());
        Interval left = of(mirrored ? c.right() : c.left(), range);
        Interval right = of(mirrored ? c.left() : c.right(), range);
        return switch (MIRROR.getOrDefault(c.operator(), c.operator())) {
            case ">" -> order(left, right, true);
            case ">=" -> order(left, right, false);
            case "==" -> apart(left, right) ? Truth.UNMET : Truth.UNKNOWN;
            default -> apart(left, right) ? Truth.MET : Truth.UNKNOWN;
        };
    }

    private static Truth order(Interval left, Interval right, boolean strict) {
        if (left.above(right, strict)) {
            return Truth.MET;
        }
        return right.above(left, !strict) ? Truth.UNMET : Truth.UNKNOWN;
    }

    private static boolean apart(Interval left, Interval right) {
        return left.above(right, true) || right.above(left, true);
    }
}
