package org.huiqi.screen.result;

import java.util.Arrays;

/** Pairs of numbers that can be put in order: by the first, then by the second without its sign. Not thread-safe. */
final class Entries {
    /** So many are put in order by moving one after the other. */
    private static final int FEW = 16;

    private long[] firsts = new long[1024];
    private long[] seconds = new long[1024];
    private int size;

    int size() {
        return size;
    }

    long first(int index) {
        return firsts[index];
    }

    long second(int index) {
        return seconds[index];
    }

    void add(long first, long second) {
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        firsts[size] = first;
        seconds[size] = second;
        size++;
    }

    void clear() {
        size = 0;
    }

    static int compare(long first, long second, long otherFirst, long otherSecond) {
        return first != otherFirst ? Long.compare(first, otherFirst) : Long.compareUnsigned(second, otherSecond);
    }

    void sort() {
        for (int from = 0; from < size; from += FEW) {
            insert(from, Math.min(size, from + FEW));
        }
        if (size > FEW) {
            merge();
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long first = firsts[i];
            long second = seconds[i];
            int at = i;
            while (at > from && compare(firsts[at - 1], seconds[at - 1], first, second) > 0) {
                firsts[at] = firsts[at - 1];
                seconds[at] = seconds[at - 1];
                at--;
            }
            firsts[at] = first;
            seconds[at] = second;
        }
    }

    /** Runs of twice the length, until there is one. */
    private void merge() {
        long[] otherFirsts = new long[size];
        long[] otherSeconds = new long[size];
        for (int length = FEW; length < size; length *= 2) {
            for (int from = 0; from < size; from += 2 * length) {
                int middle = Math.min(size, from + length);
                merge(from, middle, Math.min(size, middle + length), otherFirsts, otherSeconds);
            }
            long[] mine = firsts;
            firsts = otherFirsts;
            otherFirsts = mine;
            mine = seconds;
            seconds = otherSeconds;
            otherSeconds = mine;
        }
    }

    private void merge(int from, int middle, int to, long[] toFirsts, long[] toSeconds) {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            boolean takeLeft = right == to
                    || left < middle && compare(firsts[left], seconds[left], firsts[right], seconds[right]) <= 0;
            int taken = takeLeft ? left++ : right++;
            toFirsts[at] = firsts[taken];
            toSeconds[at] = seconds[taken];
        }
    }
}
