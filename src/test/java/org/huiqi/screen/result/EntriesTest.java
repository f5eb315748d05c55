package org.huiqi.screen.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What duplicates are found by. */
final class EntriesTest {
    @Property(tries = 200)
    void areInOrderHoweverTheyCame(@ForAll long seed, @ForAll @IntRange(max = 3000) int size) {
        Random random = new Random(seed);
        int range = 1 + random.nextInt(2 * size + 1);
        Entries entries = new Entries();
        List<List<Long>> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long first = random.nextInt(range);
            long second = random.nextLong();
            entries.add(first, second);
            expected.add(List.of(first, second));
        }
        expected.sort(Comparator.<List<Long>, Long>comparing(e -> e.get(0))
                .thenComparing((a, b) -> Long.compareUnsigned(a.get(1), b.get(1))));
        entries.sort();
        List<List<Long>> actual = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            actual.add(List.of(entries.first(i), entries.second(i)));
        }
        assertThat(actual).isEqualTo(expected);
    }
}
