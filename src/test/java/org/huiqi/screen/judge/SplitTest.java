package org.huiqi.screen.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Firms stand together, and bear the same mark, exactly if all words say the same of them. */
final class SplitTest {
    @Property(tries = 100)
    void groupsAndMarksAreOfThoseOfWhomTheSameIsSaid(@ForAll long seed) {
        Random random = new Random(seed);
        Split split = new Split();
        Map<String, String> marks = new HashMap<>();
        for (int scene = 0; scene < 5; scene++) {
            long rows = random.nextInt(4) == 0 ? -1 : random.nextLong();
            long[] words = words(random, 1 + random.nextInt(12));
            split.begin(rows);
            split.places(words.length + 3);
            split.by(words, words.length, 3);
            check(split, rows, words, marks);
        }
        assertThat(new HashSet<>(marks.values())).hasSize(marks.size());
    }

    private static long[] words(Random random, int count) {
        long[] words = new long[count];
        for (int w = 0; w < count; w++) {
            boolean again = w > 0 && random.nextInt(4) == 0;
            words[w] = again
                    ? words[random.nextInt(w)]
                    : random.nextLong() & (random.nextBoolean() ? -1 : random.nextLong());
        }
        return words;
    }

    /** {@code marks}: by what is said, through which everybody of whom that is said must be found again. */
    private static void check(Split split, long rows, long[] words, Map<String, String> marks) {
        long all = 0;
        Map<String, Integer> groups = new HashMap<>();
        for (int g = 0; g < split.count(); g++) {
            assertThat(all & split.group(g)).isZero();
            all |= split.group(g);
            String mark = split.first(g) + " " + split.second(g);
            for (long left = split.group(g); left != 0; left &= left - 1) {
                String said = said(words, left & -left);
                assertThat(groups.putIfAbsent(said, g)).isIn(null, g);
                assertThat(marks.computeIfAbsent(said, s -> mark)).isEqualTo(mark);
            }
        }
        assertThat(all).isEqualTo(rows);
        assertThat(split.count()).isEqualTo(groups.size());
    }

    private static String said(long[] words, long firm) {
        StringBuilder said = new StringBuilder();
        for (int w = 0; w < words.length; w++) {
            said.append((words[w] & firm) == 0 ? "" : w + " ");
        }
        return said.toString();
    }
}
