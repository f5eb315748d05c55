package org.huiqi.screen.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huiqi.assess.RealRules;
import org.huiqi.policy.Edition;
import org.huiqi.profile.Field;

/** Days at the same place among the ends of ranges are in the same ranges. */
final class ScaleTest {
    private static final Field DAY = RealRules.book().dictionary().enterprise().get("applyDate");

    @Property(tries = 200)
    void tellsApartWhatTheRangesTellApart(@ForAll long seed) {
        Random random = new Random(seed);
        List<Edition.Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String from = random.nextInt(4) == 0 ? "" : day(random).toString();
            ranges.add(new Edition.Range(
                    from, random.nextInt(4) == 0 ? "" : day(random).toString()));
        }
        Scale scale = Scale.of(DAY, ranges).orElseThrow();
        Map<List<Boolean>, Integer> kinds = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            LocalDate day = day(random);
            List<Boolean> in = ranges.stream().map(r -> r.contains(day)).toList();
            int kind = scale.kind(day, d -> kinds.computeIfAbsent(in, k -> kinds.size() + 1));
            assertThat(kind).as(ranges + " " + day).isEqualTo(kinds.get(in));
        }
        assertThat(scale.kind(null, d -> 99)).isZero();
    }

    /** Within a few weeks, so that ends are hit. */
    private static LocalDate day(Random random) {
        return LocalDate.of(2025, 12, 20).plusDays(random.nextInt(30));
    }
}
