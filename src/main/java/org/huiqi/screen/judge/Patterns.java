package org.huiqi.screen.judge;

import java.util.Arrays;

/** Numbers for patterns of a few words, as they turn up: either truths, or the criteria that fail. */
final class Patterns {
    static final int WORDS = 4;
    private static final int KIND = WORDS - 1;
    private long[] known = new long[64 * WORDS];
    private int[] slots = new int[128];
    private int used;

    /** Where the next pattern is to be written. */
    private final long[] next = new long[WORDS];

    long[] blank() {
        for (int w = 0; w < WORDS; w++) {
            next[w] = 0;
        }
        return next;
    }

    /** The pattern is one of failures. */
    void fails() {
        next[KIND] = 1;
    }

    boolean fails(int number) {
        return known[number * WORDS + KIND] == 1;
    }

    /** Adds the words of a pattern, the last one aside. */
    void add(int number, long[] out) {
        for (int w = 0; w < out.length; w++) {
            out[w] |= known[number * WORDS + w];
        }
    }

    int number() {
        int slot = slot(next, 0);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (Arrays.equals(known, number * WORDS, number * WORDS + WORDS, next, 0, WORDS)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if ((used + 1) * WORDS > known.length) {
            grow();
        }
        System.arraycopy(next, 0, known, used * WORDS, WORDS);
        place(used);
        return used++;
    }

    private void grow() {
        known = Arrays.copyOf(known, known.length * 2);
        slots = new int[slots.length * 2];
        for (int i = 0; i < used; i++) {
            place(i);
        }
    }

    private void place(int number) {
        int slot = slot(known, number * WORDS);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number + 1;
    }

    private int slot(long[] words, int at) {
        long mixed = ((words[at] * 31 + words[at + 1]) * 31 + words[at + 2]) * 31 + words[at + 3];
        return (int) (mixed * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
    }

    void clear() {
        Arrays.fill(slots, 0);
        used = 0;
    }
}
