package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.huiqi.profile.Field;
import org.jspecify.annotations.Nullable;

/**
 * Where the ends of what {@link Bounds} works out can lie, whatever the answerable fields are answered with: shows that some comparisons stay open as
 * long as nobody can answer the others, so that nobody needs to look.
 *
 * @param lowest least that the lower end can be
 * @param lower most that the lower end can be
 * @param upper least that the upper end can be
 * @param uppermost most that the upper end can be
 */
record Reach(double lowest, double lower, double upper, double uppermost) {
    /** Relative: rounding is far smaller. */
    private static final double DOUBT = 1e-9;

    /** False only if bounds never decide the comparison, whatever the fields that {@code answerable} names are answered with. */
    static boolean decides(Condition.Comparison comparison, Predicate<Ref> answerable) {
        Reach left = of(comparison.left(), answerable);
        Reach right = of(comparison.right(), answerable);
        if (left == null || right == null) {
            return true;
        }
        String operator = comparison.operator();
        boolean touching = operator.equals(">=") || operator.equals("<");
        boolean mirrored = operator.equals(">") || operator.equals("<=");
        return left.above(right, touching) || right.above(left, mirrored);
    }

    /** Can all of this one be above all of the other, or, if it may touch, at it? An end without a bound is above everything. */
    private boolean above(Reach other, boolean touching) {
        if (other.upper == Double.POSITIVE_INFINITY || lower == Double.NEGATIVE_INFINITY) {
            return false;
        }
        double margin = DOUBT * Math.max(size(lower), size(other.upper));
        return touching || margin > 0 ? !(lower < other.upper - margin) : !(lower <= other.upper);
    }

    private static double size(double end) {
        return Double.isInfinite(end) ? 0 : Math.abs(end);
    }

    private static @Nullable Reach of(Expression expression, Predicate<Ref> answerable) {
        if (expression instanceof Expression.Number n) {
            return fixed(n.value().doubleValue(), n.value().doubleValue());
        }
        if (expression instanceof Expression.FieldValue f) {
            Field field = f.ref().field();
            double least = end(field.min(), Double.NEGATIVE_INFINITY);
            double most = end(field.max(), Double.POSITIVE_INFINITY);
            return answerable.test(f.ref()) ? new Reach(least, most, least, most) : fixed(least, most);
        }
        if (expression instanceof Expression.Arithmetic a) {
            Reach left = of(a.left(), answerable);
            Reach right = of(a.right(), answerable);
            return left == null || right == null ? null : left.with(a.operator(), right);
        }
        return null;
    }

    private static double end(@Nullable BigDecimal bound, double none) {
        return bound == null ? none : bound.doubleValue();
    }

    private static Reach fixed(double least, double most) {
        return new Reach(least, least, most, most);
    }

    private @Nullable Reach with(char operator, Reach other) {
        return switch (operator) {
            case '+' ->
                new Reach(lowest + other.lowest, lower + other.lower, upper + other.upper, uppermost + other.uppermost);
            case '-' ->
                new Reach(lowest - other.uppermost, lower - other.upper, upper - other.lower, uppermost - other.lowest);
            case '*' -> lowest < 0 || other.lowest < 0 ? null : times(other);
            default -> null;
        };
    }

    private Reach times(Reach other) {
        return new Reach(
                product(lowest, other.lowest),
                product(lower, other.lower),
                product(upper, other.upper),
                product(uppermost, other.uppermost));
    }

    /** Nothing times whatever is nothing. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }
}
