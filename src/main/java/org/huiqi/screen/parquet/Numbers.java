package org.huiqi.screen.parquet;

/** Small numbers, one after the other: levels, and places in a dictionary. Not thread-safe. */
interface Numbers {
    /** The next {@code count} numbers, to the front of {@code to}. */
    void read(int[] to, int count);
}
