package org.huiqi.screen.firm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What cells were found to say, since people write few things again and again: as many as there are places, a new one in the place of an old one. Not thread-safe. */
final class Memory {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int BITS = 12;
    private static final Entry[] NONE = {};
    private @Nullable Entry[] entries = NONE;

    /** {@code value} null: nothing is answered. */
    record Entry(byte[] cell, @Nullable Object value) {}

    @Nullable
    Entry find(byte[] bytes, int from, int to) {
        if (entries.length == 0) {
            return null;
        }
        Entry entry = entries[place(bytes, from, to)];
        boolean same = entry != null && Arrays.equals(entry.cell, 0, entry.cell.length, bytes, from, to);
        return same ? entry : null;
    }

    /** Returns the value. */
    @Nullable
    Object keep(byte[] bytes, int from, int to, @Nullable Object value) {
        if (entries.length == 0) {
            entries = new Entry[1 << BITS];
        }
        entries[place(bytes, from, to)] = new Entry(Arrays.copyOfRange(bytes, from, to), value);
        return value;
    }

    private static int place(byte[] bytes, int from, int to) {
        long sum = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            sum = (sum ^ (long) WORDS.get(bytes, at)) * SPREAD;
        }
        for (; at < to; at++) {
            sum = (sum ^ bytes[at]) * SPREAD;
        }
        return (int) (sum >>> Long.SIZE - BITS);
    }
}
