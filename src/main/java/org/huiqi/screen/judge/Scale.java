package org.huiqi.screen.judge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.huiqi.policy.Edition;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.jspecify.annotations.Nullable;

/** What ranges tell apart among days: only the place among their ends matters, so that days, of which there are many, need not be remembered. */
final class Scale {
    private final long[] ends;
    /** By place; 0: not known yet. */
    private final int[] kinds;

    private Scale(long[] ends) {
        this.ends = ends;
        this.kinds = new int[2 * ends.length + 1];
    }

    /** Empty for other values, and for ends that are none. */
    static Optional<Scale> of(Field field, List<Edition.Range> ranges) {
        if (field.type() != FieldType.DATE || field.month()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Scale(ranges.stream()
                    .flatMap(Edition.Range::bounds)
                    .mapToLong(b -> LocalDate.parse(b).toEpochDay())
                    .sorted()
                    .distinct()
                    .toArray()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** 0 for unanswered; {@code unknown} is asked once for every place. */
    int kind(@Nullable Object value, ToIntFunction<Object> unknown) {
        if (value == null) {
            return 0;
        }
        int place = place(((LocalDate) value).toEpochDay());
        if (kinds[place] == 0) {
            kinds[place] = unknown.applyAsInt(value);
        }
        return kinds[place];
    }

    private int place(long day) {
        int place = 0;
        for (long end : ends) {
            place += (day >= end ? 1 : 0) + (day > end ? 1 : 0);
        }
        return place;
    }
}
