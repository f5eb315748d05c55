package org.huiqi.screen.parquet;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cells on end, in UTF-8. What a value says is written digit by digit: nearly all that a file holds are plain numbers. Not thread-safe. */
final class CellBytes extends OutputStream {
    private static final int LONGEST_NUMBER = 24;
    private byte[] bytes = new byte[1024];
    private int length;

    int length() {
        return length;
    }

    /** From the start up to there; the rest is taken back. */
    void length(int shorter) {
        length = shorter;
    }

    byte[] copy(int from) {
        return Arrays.copyOfRange(bytes, from, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    @Override
    public void write(int one) {
        room(1);
        bytes[length++] = (byte) one;
    }

    @Override
    public void write(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    void text(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        write(more, 0, more.length);
    }

    void whole(long number) {
        decimal(number, 0);
    }

    /** As a person would write it: without zeros at its end. */
    void decimal(long digits, int places) {
        if (digits == Long.MIN_VALUE || places < 0 || places >= LONGEST_NUMBER - 4) {
            decimal(BigDecimal.valueOf(digits, places));
            return;
        }
        long left = Math.abs(digits);
        int scale = places;
        while (scale > 0 && left % 10 == 0) {
            left /= 10;
            scale--;
        }
        room(LONGEST_NUMBER);
        if (digits < 0) {
            bytes[length++] = '-';
        }
        length += digits(left, scale);
    }

    /** Returns how many characters they are. */
    private int digits(long number, int scale) {
        int end = length + size(number, scale);
        int at = end;
        long left = number;
        for (int i = 0; at > length; i++) {
            if (scale > 0 && i == scale) {
                bytes[--at] = '.';
            }
            bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return end - length;
    }

    private static int size(long number, int scale) {
        int digits = 1;
        for (long left = number; left >= 10; left /= 10) {
            digits++;
        }
        return Math.max(digits, scale + 1) + (scale > 0 ? 1 : 0);
    }

    void decimal(BigDecimal number) {
        text(ValueText.plain(number));
    }
}
