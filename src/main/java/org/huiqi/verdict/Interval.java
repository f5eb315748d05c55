package org.huiqi.verdict;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * All values a quantity can still take, both ends included; a missing end is unbounded.
 *
 * @param low least value, null if unbounded below
 * @param high greatest value, null if unbounded above
 */
public record Interval(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    public static final Interval ALL = new Interval(null, null);

    public static Interval point(BigDecimal value) {
        return new Interval(value, value);
    }

    public boolean isPoint() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    public Interval plus(Interval other) {
        return new Interval(sum(low, other.low), sum(high, other.high));
    }

    public Interval negate() {
        return new Interval(high == null ? null : high.negate(), low == null ? null : low.negate());
    }

    /** Exact for bounded factors; with an unbounded one only what the signs allow is kept. */
    public Interval times(Interval other) {
        if (low != null && high != null && other.low != null && other.high != null) {
            return hull(
                    low.multiply(other.low),
                    low.multiply(other.high),
                    high.multiply(other.low),
                    high.multiply(other.high));
        }
        if (isPoint()) {
            return other.scale(low == null ? BigDecimal.ZERO : low);
        }
        if (other.isPoint()) {
            return scale(other.low == null ? BigDecimal.ZERO : other.low);
        }
        return notNegative() && other.notNegative() ? new Interval(product(low, other.low), null) : ALL;
    }

    private Interval scale(BigDecimal factor) {
        if (factor.signum() == 0) {
            return point(BigDecimal.ZERO);
        }
        Interval scaled = new Interval(product(low, factor), product(high, factor));
        return factor.signum() > 0 ? scaled : new Interval(scaled.high, scaled.low);
    }

    public boolean notNegative() {
        return low != null && low.signum() >= 0;
    }

    /** Is every value of this one greater than (or, unless {@code strict}, equal to) every value of the other? */
    public boolean above(Interval other, boolean strict) {
        return low != null && other.high != null && low.compareTo(other.high) >= (strict ? 1 : 0);
    }

    private static Interval hull(BigDecimal... corners) {
        BigDecimal least = corners[0];
        BigDecimal greatest = corners[0];
        for (BigDecimal corner : corners) {
            least = least.min(corner);
            greatest = greatest.max(corner);
        }
        return new Interval(least, greatest);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.multiply(b);
    }
}
