package org.huiqi.screen.parquet;

import java.util.Arrays;
import org.apache.parquet.io.ParquetDecodingException;

/** Numbers of a few bits, in turns a run of the same and a run packed bit by bit. What is declared is never made room for. Not thread-safe. */
final class Runs implements Numbers {
    private final byte[] bytes;
    private final int end;
    private final int width;
    private final long mask;
    private int at;
    /** Numbers of this run that are still to come. */
    private long left;

    private boolean packed;
    /** Of a run of the same. */
    private int value;
    /** Where the next number of a packed run begins. */
    private long bit;

    Runs(Slice slice, int width) {
        if (width < 0 || width > Integer.SIZE) {
            throw new ParquetDecodingException("numbers of " + width + " bits");
        }
        this.bytes = slice.bytes();
        this.at = slice.from();
        this.end = slice.to();
        this.width = width;
        this.mask = (1L << width) - 1;
    }

    @Override
    public void read(int[] to, int count) {
        int done = 0;
        while (done < count) {
            if (left == 0) {
                run();
            }
            int some = (int) Math.min(left, count - done);
            if (packed) {
                unpack(to, done, some);
            } else {
                Arrays.fill(to, done, done + some, value);
            }
            left -= some;
            done += some;
        }
    }

    private void run() {
        long header = header();
        packed = (header & 1) == 1;
        if (packed) {
            left = (header >>> 1) * Byte.SIZE;
            bit = (long) at * Byte.SIZE;
            // some writers leave out the end of the last run
            at = (int) Math.min(end, at + (header >>> 1) * width);
        } else {
            left = header >>> 1;
            value = 0;
            for (int i = 0; i < width; i += Byte.SIZE) {
                value |= next() << i;
            }
        }
    }

    private long header() {
        long header = 0;
        int part = 0x80;
        for (int i = 0; (part & 0x80) != 0; i += 7) {
            part = next();
            header |= (part & 0x7FL) << i;
            if (i > Integer.SIZE) {
                throw new ParquetDecodingException("a run without end");
            }
        }
        return header;
    }

    private int next() {
        if (at >= end) {
            throw new ParquetDecodingException("a page ends before its numbers");
        }
        return bytes[at++] & 0xFF;
    }

    private void unpack(int[] to, int from, int count) {
        long place = bit;
        for (int i = from; i < from + count; i++) {
            to[i] = (int) (word((int) (place >>> 3)) >>> (place & 7) & mask);
            place += width;
        }
        bit = place;
    }

    /** Eight bytes; those behind the end are 0. */
    private long word(int from) {
        if (from + Long.BYTES <= end) {
            return Slice.number8(bytes, from);
        }
        long word = 0;
        for (int i = Math.min(end, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xFF;
        }
        return word;
    }
}
