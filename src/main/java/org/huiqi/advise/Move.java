package org.huiqi.advise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huiqi.profile.Profile;

/**
 * One answer that would have to be another.
 *
 * @param from what the profile answers, empty if it does not
 * @param to the nearest answer that will do
 */
public record Move(FieldPath about, Optional<Object> from, Object to, Kind kind) {

    /** What it takes. */
    public enum Kind {
        /** The enterprise can do it. */
        ACT,
        /** Time alone does it; {@link Move#to} is the first day (or figure) that will do. */
        TIME,
        /** Nobody answered yet; this answer would do. */
        ANSWER
    }

    Profile applied(Profile profile) {
        return about.answer(profile, to);
    }

    /** How much more (or, negative, less) of a number it takes, in the unit of the field; empty if it is no number or was not answered. */
    public Optional<BigDecimal> difference() {
        return from.filter(f -> f instanceof Number && to instanceof Number)
                .map(f -> new BigDecimal(to.toString()).subtract(new BigDecimal(f.toString())));
    }

    /** How many days later; empty unless both are dates. */
    public Optional<Long> days() {
        return from.filter(f -> f instanceof LocalDate && to instanceof LocalDate)
                .map(f -> ChronoUnit.DAYS.between((LocalDate) f, (LocalDate) to));
    }

    /** Grows with what it takes, so that ways can be put in order. */
    double effort() {
        double share = difference()
                .map(d -> Math.abs(d.doubleValue())
                        / (1 + Math.abs(new BigDecimal(from.orElseThrow().toString()).doubleValue())))
                .orElseGet(() -> days().map(d -> d / 365.0).orElse(0.5));
        return 1 + Math.min(share, 10) / 10;
    }
}
