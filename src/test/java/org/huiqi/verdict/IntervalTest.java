package org.huiqi.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Interval arithmetic never leaves a possible value out. */
final class IntervalTest {

    /** An interval and a value in it. */
    @Provide
    Arbitrary<Tuple2<Interval, BigDecimal>> inside() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(2)
                .edgeCases(e -> e.add(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE.negate()));
        Arbitrary<BigDecimal> width = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000"))
                .ofScale(2)
                .injectNull(0.25);
        return Combinators.combine(numbers, width, width)
                .as((x, below, above) -> Tuple.of(
                        new Interval(below == null ? null : x.subtract(below), above == null ? null : x.add(above)),
                        x));
    }

    @Property(tries = 5_000)
    void sumsDifferencesAndProductsOfInsidersAreInside(
            @ForAll("inside") Tuple2<Interval, BigDecimal> a, @ForAll("inside") Tuple2<Interval, BigDecimal> b) {
        assertThat(holds(a.get1().plus(b.get1()), a.get2().add(b.get2()))).isTrue();
        assertThat(holds(a.get1().negate(), a.get2().negate())).isTrue();
        assertThat(holds(a.get1().times(b.get1()), a.get2().multiply(b.get2()))).isTrue();
    }

    @Property(tries = 5_000)
    void whatIsAboveIsGreaterEverywhere(
            @ForAll("inside") Tuple2<Interval, BigDecimal> a,
            @ForAll("inside") Tuple2<Interval, BigDecimal> b,
            @ForAll boolean strict) {
        if (a.get1().above(b.get1(), strict)) {
            assertThat(a.get2().compareTo(b.get2())).isGreaterThanOrEqualTo(strict ? 1 : 0);
        }
    }

    private static boolean holds(Interval interval, BigDecimal x) {
        return (interval.low() == null || interval.low().compareTo(x) <= 0)
                && (interval.high() == null || interval.high().compareTo(x) >= 0);
    }
}
