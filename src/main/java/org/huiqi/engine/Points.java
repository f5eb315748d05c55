package org.huiqi.engine;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points of a score item; between the two an expert decides.
 *
 * @param low least points when met
 * @param high most points when met
 */
public record Points(BigDecimal low, BigDecimal high) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(?:-(\\d{1,6}(?:\\.\\d{1,6})?))?");

    /** Reads {@code 5} or {@code 7-8}; points are never negative, since the highest band counts and none counts zero. */
    public static Optional<Points> read(String written) {
        Matcher m = WRITTEN.matcher(written.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal low = new BigDecimal(m.group(1));
        BigDecimal high = m.group(2) == null ? low : new BigDecimal(m.group(2));
        return low.compareTo(high) <= 0 ? Optional.of(new Points(low, high)) : Optional.empty();
    }
}
