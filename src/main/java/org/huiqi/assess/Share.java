package org.huiqi.assess;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.huiqi.engine.condition.Bounds;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.verdict.Interval;

/**
 * What a multiplied-out comparison such as {@code a * 100 > b * 50} means: a ÷ b compared with 50%.
 *
 * @param part what is divided
 * @param whole what it is divided by
 * @param threshold in percent
 */
record Share(Expression part, Expression whole, BigDecimal threshold) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 30;

    /** Something times a positive constant. */
    private record Scaled(Expression what, BigDecimal by) {}

    /** Empty unless both sides are scaled by constants and both read fields. */
    static Optional<Share> of(Condition.Comparison c) {
        return scaled(c.left())
                .flatMap(a -> scaled(c.right())
                        .map(b -> new Share(
                                a.what(), b.what(), b.by().multiply(HUNDRED).divide(a.by(), MathContext.DECIMAL64))));
    }

    private static Optional<Scaled> scaled(Expression e) {
        return e instanceof Expression.Arithmetic a
                        && a.operator() == '*'
                        && a.left().refs().findAny().isPresent()
                ? constant(a.right()).filter(n -> n.signum() > 0).map(n -> new Scaled(a.left(), n))
                : Optional.empty();
    }

    private static Optional<BigDecimal> constant(Expression e) {
        Interval value = e.refs().findAny().isEmpty() ? Bounds.of(e, ref -> Interval.ALL) : Interval.ALL;
        return value.isPoint() ? Optional.ofNullable(value.low()) : Optional.empty();
    }

    /** {@code " = 93.5%"} or {@code " ≈ 93.50%"}, with as many decimals as tell it from the threshold; empty for a whole of zero. */
    Optional<String> percent(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal share = a.multiply(HUNDRED).divide(b, new MathContext(40));
        int decimals = FEWEST_DECIMALS;
        while (decimals < MOST_DECIMALS && blurred(share, decimals)) {
            decimals++;
        }
        BigDecimal shown = share.setScale(decimals, RoundingMode.HALF_UP);
        return Optional.of(
                shown.compareTo(share) == 0
                        ? " = " + Wording.number(shown) + "%"
                        : " ≈ " + shown.toPlainString() + "%");
    }

    /** Would rounding make it look as if it met the threshold exactly? */
    private boolean blurred(BigDecimal share, int decimals) {
        return share.compareTo(threshold) != 0
                && share.setScale(decimals, RoundingMode.HALF_UP).compareTo(threshold) == 0;
    }
}
