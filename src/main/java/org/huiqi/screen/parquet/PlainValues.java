package org.huiqi.screen.parquet;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;

/** Values one after the other. */
final class PlainValues implements Values {
    private final boolean fixed;
    private final BitSet present = new BitSet();
    private byte[] bytes = new byte[1024];
    /** Where the values of each row begin. */
    private int[] starts = new int[1024];

    private int length;
    private int rows;

    /** {@code fixed}: all have the same length. */
    PlainValues(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public void skip() {
        if (rows == starts.length) {
            starts = Arrays.copyOf(starts, 2 * rows);
        }
        starts[rows++] = length;
    }

    @Override
    public void add(Word word) {
        present.set(rows);
        skip();
        if (!fixed) {
            number(word.bytes().length, Integer.BYTES);
        }
        room(word.bytes().length);
        System.arraycopy(word.bytes(), 0, bytes, length, word.bytes().length);
        length += word.bytes().length;
    }

    void add(long number) {
        present.set(rows);
        skip();
        number(number, Long.BYTES);
    }

    private void number(long number, int size) {
        room(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) (number >> i * Byte.SIZE);
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public boolean present(int row) {
        return present.get(row);
    }

    @Override
    public Encoding encoding() {
        return Encoding.PLAIN;
    }

    private int start(int row) {
        return row == rows ? length : starts[row];
    }

    @Override
    public BytesInput page(int from, int to, Range range) {
        for (int row = from; row < to; row++) {
            if (present.get(row)) {
                range.add(Arrays.copyOfRange(bytes, start(row) + (fixed ? 0 : Integer.BYTES), start(row + 1)));
            } else {
                range.miss(1);
            }
        }
        return BytesInput.from(bytes, start(from), start(to) - start(from));
    }
}
