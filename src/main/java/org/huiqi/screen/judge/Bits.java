package org.huiqi.screen.judge;

import java.util.function.IntConsumer;

/** Sets of small numbers as words. */
public final class Bits {
    private Bits() {}

    static long[] of(int size) {
        return new long[(size + 63) >> 6];
    }

    static void set(long[] bits, int i) {
        bits[i >> 6] |= 1L << i;
    }

    static void unset(long[] bits, int i) {
        bits[i >> 6] &= ~(1L << i);
    }

    public static boolean has(long[] bits, int i) {
        return (bits[i >> 6] & 1L << i) != 0;
    }

    static void add(long[] bits, long[] more) {
        for (int w = 0; w < bits.length; w++) {
            bits[w] |= more[w];
        }
    }

    static void clear(long[] bits) {
        for (int w = 0; w < bits.length; w++) {
            bits[w] = 0;
        }
    }

    public static boolean empty(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** 0 for the empty set; the same whatever room a set has left. */
    static int hash(long[] bits) {
        long hash = 0;
        for (int w = 0; w < bits.length; w++) {
            hash += bits[w] * (0x9E3779B97F4A7C15L + 2L * w);
        }
        return (int) (hash ^ hash >>> 32);
    }

    /** In ascending order. */
    public static void each(long[] bits, IntConsumer use) {
        for (int w = 0; w < bits.length; w++) {
            for (long word = bits[w]; word != 0; word &= word - 1) {
                use.accept((w << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }
}
