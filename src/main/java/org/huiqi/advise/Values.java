package org.huiqi.advise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiqi.profile.Field;

/** What a field may hold. */
final class Values {
    /** Years at both ends of the calendar that no proposal comes near, so that a shifted day stays inside. */
    static final int MARGIN = 60;

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Values() {}

    /** The smallest difference people write: a whole one, or a hundredth of the unit. */
    static BigDecimal step(Field field) {
        return switch (field.type()) {
            case DECIMAL -> CENT;
            case INTEGER, BOOLEAN, TEXT, TEXTS, DATE -> BigDecimal.ONE;
        };
    }

    /** The value as the field holds it; empty if the field cannot hold it. */
    static Optional<Object> fit(Field field, Object value) {
        return switch (field.type()) {
            case INTEGER -> number(field, value).filter(n -> whole(n)).map(n -> n.intValueExact());
            case DECIMAL -> number(field, value).map(Values::plain);
            case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
            case TEXT ->
                Optional.of(value)
                        .filter(v -> v instanceof String
                                && (field.choices().isEmpty() || field.choices().contains(v)));
            case DATE -> Optional.of(value).filter(LocalDate.class::isInstance).map(d -> day(field, (LocalDate) d));
            case TEXTS ->
                Optional.of(value)
                        .filter(v -> v instanceof List<?> l
                                && (field.choices().isEmpty() || field.choices().containsAll(l)));
        };
    }

    private static Optional<BigDecimal> number(Field field, Object value) {
        return Optional.of(value)
                .filter(v -> v instanceof BigDecimal || v instanceof Integer)
                .map(v -> new BigDecimal(v.toString()))
                .filter(n -> field.min() == null || n.compareTo(field.min()) >= 0)
                .filter(n -> field.max() == null || n.compareTo(field.max()) <= 0)
                .filter(n -> n.abs().compareTo(BigDecimal.TEN.pow(field.wholeDigits())) < 0);
    }

    private static boolean whole(BigDecimal n) {
        return n.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal plain(BigDecimal n) {
        BigDecimal stripped = n.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private static LocalDate day(Field field, LocalDate day) {
        return field.month() ? day.withDayOfMonth(1) : day;
    }
}
