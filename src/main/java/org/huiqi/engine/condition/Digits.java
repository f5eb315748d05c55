package org.huiqi.engine.condition;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.verdict.Interval;

/** How long the numbers of an expression can get: Drools rounds decimals beyond 34 digits and lets integers overflow, both without a word. */
final class Digits {
    private static final int DECIMAL128 = 34;
    private static final BigDecimal INT_MAX = new BigDecimal(Integer.MAX_VALUE);
    private static final BigDecimal LARGEST_ANSWER = new BigDecimal(1_000_000_000);

    private Digits() {}

    /** The values an expression of answers can take. */
    static Interval range(Expression e) {
        return Bounds.of(e, ref -> range(ref.field()));
    }

    private static Interval range(Field field) {
        BigDecimal most = field.type() == FieldType.DECIMAL ? BigDecimal.TEN.pow(field.wholeDigits()) : LARGEST_ANSWER;
        return new Interval(
                field.min() == null ? most.negate() : field.min(), field.max() == null ? most : field.max());
    }

    static boolean fitsInt(Expression e) {
        Interval range = range(e);
        return within(range.low(), INT_MAX) && within(range.high(), INT_MAX);
    }

    static boolean within(@org.jspecify.annotations.Nullable BigDecimal end, BigDecimal most) {
        return end != null && end.abs().compareTo(most) <= 0;
    }

    /** Is every sum and product in it exact? */
    static boolean exact(Expression e) {
        if (!(e instanceof Expression.Arithmetic a)) {
            return true;
        }
        return exact(a.left()) && exact(a.right()) && whole(range(a)) + decimals(a) <= DECIMAL128;
    }

    private static int whole(Interval range) {
        return Stream.of(range.low(), range.high())
                .mapToInt(end -> end == null ? DECIMAL128 + 1 : end.precision() - end.scale())
                .max()
                .orElse(0);
    }

    private static int decimals(Expression e) {
        if (e instanceof Expression.Arithmetic a) {
            int left = decimals(a.left());
            int right = decimals(a.right());
            return a.operator() == '*' ? left + right : Math.max(left, right);
        }
        if (e instanceof Expression.Number n) {
            return Math.max(0, n.value().scale());
        }
        return e instanceof Expression.FieldValue f && f.type() == FieldType.DECIMAL
                ? f.ref().field().decimals()
                : 0;
    }
}
