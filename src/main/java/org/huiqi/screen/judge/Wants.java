package org.huiqi.screen.judge;

import java.util.Arrays;

/**
 * Which fields could still decide something, by number in {@link FieldSpace}, and for whom: one bit a firm. Keeps a list of the few that are wanted,
 * so that nothing has to go through them all.
 */
final class Wants {
    private final long[] firms;
    private int[] fields = new int[64];
    private int count;

    /** {@code size}: of the space. */
    Wants(int size) {
        firms = new long[size];
    }

    void add(int field, long rows) {
        if (rows == 0) {
            return;
        }
        if (firms[field] == 0) {
            fields = count < fields.length ? fields : Arrays.copyOf(fields, count * 2);
            fields[count++] = field;
        }
        firms[field] |= rows;
    }

    /** What another wants for {@code rows}. */
    void add(Wants other, long rows) {
        for (int i = 0; i < other.count; i++) {
            add(other.fields[i], other.firms[other.fields[i]] & rows);
        }
    }

    /** Nothing could decide it for these after all. */
    void drop(long rows) {
        int kept = 0;
        for (int i = 0; rows != 0 && i < count; i++) {
            int field = fields[i];
            firms[field] &= ~rows;
            fields[kept] = field;
            kept += firms[field] == 0 ? 0 : 1;
        }
        count = rows == 0 ? count : kept;
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            firms[fields[i]] = 0;
        }
        count = 0;
    }

    /** For whom anything is wanted. */
    long anybody() {
        long all = 0;
        for (int i = 0; i < count; i++) {
            all |= firms[fields[i]];
        }
        return all;
    }

    /** {@code place}: of the first field. */
    void split(Split into, int place) {
        for (int i = 0; i < count; i++) {
            into.by(firms[fields[i]], place + fields[i]);
        }
    }

    /** Of the space. */
    int size() {
        return firms.length;
    }

    /** The numbers of the fields wanted for a firm, as a set of the size of {@code none}, or that. */
    long[] read(long firm, long[] none) {
        long[] read = none;
        for (int i = 0; i < count; i++) {
            if ((firms[fields[i]] & firm) != 0) {
                read = read == none ? none.clone() : read;
                Bits.set(read, fields[i]);
            }
        }
        return read;
    }
}
