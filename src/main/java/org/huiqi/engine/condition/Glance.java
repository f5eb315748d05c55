package org.huiqi.engine.condition;

import java.util.List;

/**
 * A look at what {@link Bounds} would work out, in floating point: a comparison that is clearly open needs no exact arithmetic, and nearly all that
 * lack a figure are. Never says so of one that might be decided. Not thread-safe.
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
    }

    /** Tells what a field can be; infinite where there is no end. */
    public void tell(int read, double least, double most) {
        lows[read] = least;
        highs[read] = most;
    }

    /** Is it certain that bounds decide nothing? */
    public boolean open() {
        largest = 0;
        unsure = false;
        left.measure();
        double least = low;
        double most = high;
        right.measure();
        double margin = largest * DOUBT;
        return !unsure && least < high - margin && low < most - margin;
    }

    private Span span(Expression expression, List<Ref> reads) {
        if (expression instanceof Expression.FieldValue f && reads.contains(f.ref())) {
            int read = reads.indexOf(f.ref());
            return () -> set(lows[read], highs[read]);
        }
        if (expression instanceof Expression.Arithmetic a && "+-*".indexOf(a.operator()) >= 0) {
            return arithmetic(a, span(a.left(), reads), span(a.right(), reads));
        }
        if (expression instanceof Expression.Number n) {
            double value = n.value().doubleValue();
            return () -> set(value, value);
        }
        return () -> unsure = true;
    }

    private Span arithmetic(Expression.Arithmetic a, Span one, Span other) {
        boolean plain = !(a.left() instanceof Expression.Arithmetic) && !(a.right() instanceof Expression.Arithmetic);
        return () -> {
            one.measure();
            double least = low;
            double most = high;
            other.measure();
            switch (a.operator()) {
                case '+' -> set(least + low, most + high);
                case '-' -> set(least - high, most - low);
                default -> times(least, most, plain);
            }
        };
    }

    /** The cases of {@link org.huiqi.verdict.Interval#times}. Only of plain factors a sign is certain. */
    private void times(double least, double most, boolean plain) {
        if (finite(least, most) && finite(low, high)) {
            double a = least * low;
            double b = least * high;
            double c = most * low;
            double d = most * high;
            set(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        } else if (finite(least, most) && least == most) {
            scale(low, high, least);
        } else if (finite(low, high) && low == high) {
            scale(least, most, low);
        } else {
            unsure |= !plain;
            boolean positive = least >= 0 && low >= 0;
            set(positive ? least * low : Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
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
        if (finite(least, most)) {
            largest = Math.max(largest, Math.max(Math.abs(least), Math.abs(most)));
        } else {
            largest = Math.max(largest, least == Double.NEGATIVE_INFINITY ? 0 : Math.abs(least));
            largest = Math.max(largest, most == Double.POSITIVE_INFINITY ? 0 : Math.abs(most));
        }
    }
}
