package org.huiqi.screen.parquet;

/** The values of a page, to be written as people write them. Not thread-safe. */
interface Wording {
    /** Writes the next {@code count} values to {@code to}, and where each ends to {@code ends} from {@code first} on. */
    void write(int count, CellBytes to, int[] ends, int first);
}
