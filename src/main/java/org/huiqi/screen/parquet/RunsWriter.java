package org.huiqi.screen.parquet;

import org.apache.parquet.bytes.BytesInput;

/** Numbers of a few bits on their way to a page: as runs of the same where these are long, else packed bit by bit. Not thread-safe. */
final class RunsWriter {
    /** Packed numbers come in groups of so many. */
    private static final int GROUP = 8;

    private final int width;
    private final int[] numbers;
    private int count;
    private final byte[] bytes;
    private int length;

    /** {@code most}: of numbers. */
    RunsWriter(int width, int most) {
        this.width = width;
        this.numbers = new int[most + GROUP];
        // a header of five bytes before each run of at least a group, and each between two of them
        this.bytes = new byte[(most / GROUP + 1) * (width + 2 * 5 + Integer.BYTES) + Long.BYTES];
    }

    void add(int number) {
        numbers[count++] = number;
    }

    /** Of all that was added. */
    BytesInput bytes() {
        for (int at = 0; at < count; ) {
            int same = same(at);
            at = same >= GROUP ? run(at, same) : packed(at);
        }
        return BytesInput.from(bytes, 0, length);
    }

    /** How many equal ones begin there. */
    private int same(int from) {
        int at = from + 1;
        while (at < count && numbers[at] == numbers[from]) {
            at++;
        }
        return at - from;
    }

    private int run(int from, int same) {
        header((long) same << 1);
        for (int bits = 0; bits < width; bits += Byte.SIZE) {
            bytes[length++] = (byte) (numbers[from] >>> bits);
        }
        return from + same;
    }

    /** Groups up to the next long run; the last one is filled up. */
    private int packed(int from) {
        int to = from + GROUP;
        while (to < count && same(to) < GROUP) {
            to += GROUP;
        }
        header((long) (to - from) / GROUP << 1 | 1);
        for (int at = from; at < to; at += GROUP) {
            group(at);
        }
        return Math.min(to, count);
    }

    private void header(long header) {
        long left = header;
        for (; left >= 0x80; left >>>= 7) {
            bytes[length++] = (byte) (left | 0x80);
        }
        bytes[length++] = (byte) left;
    }

    private void group(int from) {
        long bits = 0;
        int held = 0;
        for (int at = from; at < from + GROUP; at++) {
            bits |= (long) numbers[at] << held;
            held += width;
            for (; held >= Byte.SIZE; held -= Byte.SIZE) {
                bytes[length++] = (byte) bits;
                bits >>>= Byte.SIZE;
            }
        }
    }
}
