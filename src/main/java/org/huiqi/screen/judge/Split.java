package org.huiqi.screen.judge;

/** Parts a set of firms until those who are together agree in every word they were split by. */
final class Split {
    private final long[] groups = new long[Scene.MOST];
    private int count;
    private long last;

    void begin(long rows) {
        groups[0] = rows;
        count = rows == 0 ? 0 : 1;
        last = 0;
    }

    void by(long word) {
        if (word == last) {
            return;
        }
        last = word;
        for (int i = count - 1; i >= 0; i--) {
            long in = groups[i] & word;
            if (in != 0 && in != groups[i]) {
                groups[i] ^= in;
                groups[count++] = in;
            }
        }
    }

    /** By the first words of several. */
    void by(long[] words, int first) {
        for (int i = 0; i < first; i++) {
            by(words[i]);
        }
    }

    int count() {
        return count;
    }

    /** Nobody is in two of them, and everybody in one. */
    long group(int i) {
        return groups[i];
    }
}
