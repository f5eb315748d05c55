package org.huiqi.screen.judge;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Parts a set of firms until those who are together agree in every word they were split by. Words that have a place also mark a group: its mark is
 * the sum without carry of two random numbers for every place whose word has the group, so that groups which differ in a word have different marks,
 * but for one chance in 2^128.
 */
final class Split {
    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    private final SplittableRandom other = new SplittableRandom(new SecureRandom().nextLong());
    private final long[] groups = new long[Scene.MOST];
    private final long[] first = new long[Scene.MOST];
    private final long[] second = new long[Scene.MOST];
    /** Two for each place. */
    private long[] numbers = {};

    private int count;
    private long rows;
    private long last;

    void begin(long all) {
        rows = all;
        groups[0] = all;
        first[0] = 0;
        second[0] = 0;
        count = all == 0 ? 0 : 1;
        last = 0;
    }

    /** A word without a place. */
    void by(long word) {
        if (word != last) {
            last = word;
            by(word, 0, 0);
        }
    }

    /** The first of several words without a place. */
    void by(long[] words, int howMany) {
        for (int i = 0; i < howMany; i++) {
            by(words[i]);
        }
    }

    private void by(long word, long one, long two) {
        for (int i = count - 1; i >= 0; i--) {
            long in = groups[i] & word;
            if (in == groups[i]) {
                first[i] ^= one;
                second[i] ^= two;
            } else if (in != 0) {
                groups[i] ^= in;
                groups[count] = in;
                first[count] = first[i] ^ one;
                second[count++] = second[i] ^ two;
            }
        }
    }

    /** A word with a place, of those that {@link #places} promised. */
    void by(long word, int place) {
        if ((word & rows) != 0) {
            by(word, numbers[2 * place], numbers[2 * place + 1]);
        }
    }

    /** The first words of several, with places from {@code place} on. */
    void by(long[] words, int howMany, int place) {
        for (int i = 0; i < howMany; i++) {
            by(words[i], place + i);
        }
    }

    /** There are so many places at least. */
    void places(int howMany) {
        int had = numbers.length;
        if (had < 2 * howMany) {
            numbers = Arrays.copyOf(numbers, 2 * howMany);
            for (int i = had; i < numbers.length; i += 2) {
                numbers[i] = random.nextLong();
                numbers[i + 1] = other.nextLong();
            }
        }
    }

    int count() {
        return count;
    }

    /** Nobody is in two of them, and everybody in one. */
    long group(int i) {
        return groups[i];
    }

    /** One half of a group's mark. */
    long first(int i) {
        return first[i];
    }

    /** The other. */
    long second(int i) {
        return second[i];
    }
}
