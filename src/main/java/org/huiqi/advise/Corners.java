package org.huiqi.advise;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.huiqi.profile.Field;

/** The ends of what a number can be: where a comparison is decided if anywhere. */
final class Corners {
    private Corners() {}

    static Stream<BigDecimal> of(Field field) {
        BigDecimal most = BigDecimal.TEN.pow(field.wholeDigits()).subtract(BigDecimal.ONE);
        BigDecimal low = field.min() == null ? most.negate() : field.min();
        BigDecimal high = field.max() == null ? most : field.max();
        return Stream.of(low, high, BigDecimal.ZERO.max(low).min(high));
    }
}
