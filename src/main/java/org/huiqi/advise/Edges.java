package org.huiqi.advise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiqi.engine.condition.Condition;
import org.huiqi.engine.condition.Expression;
import org.huiqi.engine.condition.Ref;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;

/**
 * Where a condition turns while one field moves and everything else stays: the last values on this side and the first on the other. Numbers are
 * solved (a comparison is linear in each field), days are found by halving the calendar, and what has no order lists its words.
 */
final class Edges {
    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Edges() {}

    /** Values of {@code ref} around each turn of the condition, all of the field's class and within its bounds; may be none. */
    static List<Object> around(Condition condition, Ref ref, Figures figures) {
        Field field = ref.field();
        List<Object> values = new ArrayList<>();
        if (condition instanceof Condition.Comparison c) {
            if (field.type().numeric()) {
                zero(c, ref, figures).ifPresent(z -> values.addAll(numbers(z, field)));
            } else if (field.type() == FieldType.DATE) {
                days(c, ref, figures).forEach(d -> values.addAll(List.of(d.minusDays(1), d, d.plusDays(1))));
            } else {
                words(Stream.of(c.left(), c.right()), figures).forEach(values::add);
            }
        } else if (condition instanceof Condition.Membership m) {
            words(m.members().stream(), figures).forEach(values::add);
        } else if (condition instanceof Condition.Contains c) {
            values.add(List.of(c.member()));
        }
        return values.stream()
                .flatMap(v -> Values.fit(field, v).stream())
                .distinct()
                .toList();
    }

    /** The value at which both sides are equal; the sides are linear in every field. */
    private static Optional<BigDecimal> zero(Condition.Comparison c, Ref ref, Figures figures) {
        Optional<BigDecimal> at0 = difference(c, figures.with(ref, BigDecimal.ZERO));
        Optional<BigDecimal> at1 = difference(c, figures.with(ref, BigDecimal.ONE));
        Optional<BigDecimal> at2 = difference(c, figures.with(ref, TWO));
        if (at0.isEmpty() || at1.isEmpty() || at2.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal slope = at1.get().subtract(at0.get());
        boolean linear = slope.signum() != 0 && at2.get().subtract(at1.get()).compareTo(slope) == 0;
        return linear ? Optional.of(at0.get().negate().divide(slope, EXACT)) : Optional.empty();
    }

    private static Optional<BigDecimal> difference(Condition.Comparison c, Figures figures) {
        return figures.value(c.left())
                .flatMap(l -> figures.value(c.right())
                        .filter(r -> l instanceof BigDecimal && r instanceof BigDecimal)
                        .map(r -> ((BigDecimal) l).subtract((BigDecimal) r)));
    }

    private static List<Object> numbers(BigDecimal zero, Field field) {
        BigDecimal step = Values.step(field);
        BigDecimal below = zero.setScale(step.scale(), RoundingMode.FLOOR);
        BigDecimal above = zero.setScale(step.scale(), RoundingMode.CEILING);
        return Stream.of(below.subtract(step), below, above, above.add(step))
                .distinct()
                .map(Object.class::cast)
                .toList();
    }

    /** First days on which the comparison comes out differently from the day before: there are at most two. */
    private static List<LocalDate> days(Condition.Comparison c, Ref ref, Figures figures) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate first = LocalDate.of(ValueReader.FIRST_YEAR, 1, 1);
        LocalDate last = LocalDate.of(ValueReader.LAST_YEAR, 12, 31);
        for (int sign = 0; sign <= 1; sign++) {
            int least = sign;
            first(first, last, day -> sign(c, ref, figures, day, least)).ifPresent(days::add);
        }
        return days;
    }

    private static Optional<Boolean> sign(Condition.Comparison c, Ref ref, Figures figures, LocalDate day, int least) {
        return figures.with(ref, day).compare(c).map(s -> s >= least);
    }

    /** Halves until the day on which the answer is no longer what it was on the first. */
    private static Optional<LocalDate> first(
            LocalDate from, LocalDate to, java.util.function.Function<LocalDate, Optional<Boolean>> test) {
        Optional<Boolean> start = test.apply(from.plusYears(Values.MARGIN));
        Optional<Boolean> end = test.apply(to.minusYears(Values.MARGIN));
        if (start.isEmpty() || end.isEmpty() || start.equals(end)) {
            return Optional.empty();
        }
        long low = from.plusYears(Values.MARGIN).toEpochDay();
        long high = to.minusYears(Values.MARGIN).toEpochDay();
        while (high - low > 1) {
            long middle = (low + high) / 2;
            boolean same = test.apply(LocalDate.ofEpochDay(middle)).equals(start);
            low = same ? middle : low;
            high = same ? high : middle;
        }
        return Optional.of(LocalDate.ofEpochDay(high));
    }

    private static Stream<Object> words(Stream<Expression> sides, Figures figures) {
        return sides.filter(e -> e.refs().findAny().isEmpty() || e instanceof Expression.FieldValue)
                .flatMap(e -> figures.value(e).stream());
    }
}
