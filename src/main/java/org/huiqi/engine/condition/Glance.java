package org.huiqi.engine.condition;

import java.util.List;
import org.huiqi.verdict.Interval;
import org.huiqi.verdict.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A look at what {@link Bounds} would work out, in floating point: what is clearly decided or clearly open needs no exact arithmetic, and nearly all
 * is. Says nothing where rounding might matter. Not thread-safe.
 */
public final class Glance {
    /** Relative; rounding errors are a million times smaller. */
    private static final double DOUBT = 1e-9;

    private final Span left;
    private final Span right;
    private final double[] lows;
    private final double[] highs;
    private double low;
    private double high;
    private double largest;
    private boolean unsure;
    private boolean point;
    private boolean positive;
    private final Truth above;
    private final Truth below;

    /** Writes the ends of what an expression can be into {@code low} and {@code high}. */
    private interface Span {
        void measure();
    }

    /** {@code reads}: the order in which fields are told. */
    public Glance(Condition.Comparison comparison, List<Ref> reads) {
        this.lows = new double[reads.size()];
        this.highs = new double[reads.size()];
        this.left = span(comparison.left(), reads);
        this.right = span(comparison.right(), reads);
        this.above = apart(comparison.operator(), '>');
        this.below = apart(comparison.operator(), '<');
    }

    /** What the comparison says when all of the left is on one side of the right. */
    private static Truth apart(String operator, char side) {
        boolean met = operator.equals("!=") || operator.charAt(0) == side;
        return met ? Truth.MET : Truth.UNMET;
    }

    /** Tells what a field can be; infinite where there is no end. */
    public void tell(int read, double least, double most) {
        lows[read] = least;
        highs[read] = most;
    }

    /** What {@link Bounds#decide} says, null if only exact arithmetic can tell. */
    public @Nullable Truth look() {
        largest = 0;
        unsure = false;
        left.measure();
        double least = low;
        double most = high;
        right.measure();
        double margin = largest * DOUBT;
        if (unsure) {
            return null;
        }
        if (least > high + margin) {
            return above;
        }
        if (low > most + margin) {
            return below;
        }
        return least < high - margin && low < most - margin ? Truth.UNKNOWN : null;
    }

    private Span span(Expression expression, List<Ref> reads) {
        if (expression instanceof Expression.FieldValue f && reads.contains(f.ref())) {
            int read = reads.indexOf(f.ref());
            return () -> tell(lows[read], highs[read]);
        }
        if (expression instanceof Expression.Arithmetic a && "+-*".indexOf(a.operator()) >= 0) {
            return arithmetic(a.operator(), span(a.left(), reads), span(a.right(), reads));
        }
        if (expression instanceof Expression.Number || expression instanceof Expression.DatePart) {
            Interval known = Bounds.of(expression, ref -> Interval.ALL);
            double least =
                    known.low() == null ? Double.NEGATIVE_INFINITY : known.low().doubleValue();
            double most = known.high() == null
                    ? Double.POSITIVE_INFINITY
                    : known.high().doubleValue();
            return () -> tell(least, most);
        }
        return () -> unsure = true;
    }

    /** What is told, not computed: its sign, and whether it is a single number, are certain. */
    private void tell(double least, double most) {
        point = least == most;
        positive = least >= 0;
        set(least, most);
    }

    private Span arithmetic(char operator, Span one, Span other) {
        return () -> {
            one.measure();
            double least = low;
            double most = high;
            boolean single = point;
            boolean plus = positive;
            other.measure();
            boolean points = single && point;
            boolean positives = plus && positive;
            switch (operator) {
                case '+' -> set(least + low, most + high);
                case '-' -> set(least - high, most - low);
                default -> times(least, most, single, positives);
            }
            point = points;
            positive = positives && operator != '-';
        };
    }

    /** The cases of {@link Interval#times}. */
    private void times(double least, double most, boolean single, boolean positives) {
        if (finite(least, most) && finite(low, high)) {
            double a = least * low;
            double b = least * high;
            double c = most * low;
            double d = most * high;
            set(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        } else if (single) {
            scale(low, high, least);
        } else if (point) {
            scale(least, most, low);
        } else if (positives) {
            set(least * low, Double.POSITIVE_INFINITY);
        } else {
            unsure = true;
        }
    }

    private void scale(double least, double most, double factor) {
        if (factor == 0) {
            set(0, 0);
        } else {
            set(factor > 0 ? least * factor : most * factor, factor > 0 ? most * factor : least * factor);
        }
    }

    private static boolean finite(double least, double most) {
        return least != Double.NEGATIVE_INFINITY && most != Double.POSITIVE_INFINITY;
    }

    private void set(double least, double most) {
        low = least;
        high = most;
        largest = Math.max(largest, Math.max(size(least), size(most)));
    }

    private static double size(double end) {
        return Double.isInfinite(end) ? 0 : Math.abs(end);
    }
}
