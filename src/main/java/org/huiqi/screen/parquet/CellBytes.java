package org.huiqi.screen.parquet;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cells on end, in UTF-8. What a value says is written digit by digit: nearly all that a file holds are plain numbers. Not thread-safe. */
final class CellBytes extends OutputStream {
    private static final int LONGEST_NUMBER = 24;
    private final byte[] number = new byte[LONGEST_NUMBER];
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
        int at = digits(left, scale);
        if (digits < 0) {
            number[--at] = '-';
        }
        write(number, at, LONGEST_NUMBER - at);
    }

    /** Written from the end of {@link #number}; returns where they begin. */
    private int digits(long digits, int scale) {
        int at = LONGEST_NUMBER;
        long left = digits;
        for (int i = 0; left > 0 || i <= scale; i++) {
            if (scale > 0 && i == scale) {
                number[--at] = '.';
            }
            number[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return at;
    }

    /** The bytes from there on were digits of a decimal, the highest first: now they are what it says. */
    void decimal(int from, int places) {
        int end = length;
        length = from;
        long digits = from == end ? 0 : bytes[from] >> 7;
        for (int i = from; i < end; i++) {
            if (digits >> Long.SIZE - Byte.SIZE - 1 != digits >> Long.SIZE - 1) {
                decimal(new BigDecimal(new BigInteger(bytes, from, end - from), places));
                return;
            }
            digits = digits << Byte.SIZE | bytes[i] & 0xFF;
        }
        decimal(digits, places);
    }

    void decimal(BigDecimal number) {
        text(ValueText.plain(number));
    }
}
