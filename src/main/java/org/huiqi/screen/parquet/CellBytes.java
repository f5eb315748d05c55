package org.huiqi.screen.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Cells on end, in UTF-8. What a value says is written digit by digit: nearly all that a file holds are plain numbers. Not thread-safe. */
final class CellBytes {
    /** Of a long, with its sign, a point and a 0 before that. */
    private static final int LONGEST_NUMBER = 24;

    private static final int DAY = 10;
    private byte[] bytes;
    private int length;

    /** {@code room}: for so many bytes, to begin with. */
    CellBytes(int room) {
        this.bytes = new byte[room];
    }

    int length() {
        return length;
    }

    /** From the start up to there; the rest is taken back. */
    void length(int shorter) {
        length = shorter;
    }

    /** Not copied; what stands behind {@link #length} is none of it. */
    byte[] bytes() {
        return bytes;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }

    void write(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
    }

    void text(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        write(more, 0, more.length);
    }

    /** As {@code 2024-03-01}. */
    void day(LocalDate day) {
        int year = day.getYear();
        if (year < 1 || year > 9999) {
            text(day.toString());
            return;
        }
        room(DAY);
        two(year / 100);
        two(year % 100);
        bytes[length++] = '-';
        two(day.getMonthValue());
        bytes[length++] = '-';
        two(day.getDayOfMonth());
    }

    private void two(int number) {
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
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
        int end = length + size(left, scale);
        digits(left, scale, end);
        length = end;
    }

    /** How many bytes: one digit before the point at least. */
    private static int size(long digits, int scale) {
        int count = 1;
        for (long power = 10; count < 19 && digits >= power; power *= 10) {
            count++;
        }
        return scale == 0 ? count : Math.max(count, scale + 1) + 1;
    }

    /** From the end to the beginning. */
    private void digits(long digits, int scale, int end) {
        int at = end;
        long left = digits;
        for (int i = 0; i < scale; i++) {
            bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (scale > 0) {
            bytes[--at] = '.';
        }
        do {
            bytes[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
    }

    /** {@code digits}: of a decimal, the highest first. */
    void decimal(byte[] digits, int from, int count, int places) {
        int first = Math.max(from, from + count - Long.BYTES);
        if (count == 0 || !fits(digits, from, first)) {
            decimal(new BigDecimal(count == 0 ? BigInteger.ZERO : new BigInteger(digits, from, count), places));
            return;
        }
        long number = digits[from] >> 7;
        if (count >= Long.BYTES) {
            number = Long.reverseBytes(Slice.number8(digits, first));
        } else {
            for (int i = first; i < from + count; i++) {
                number = number << Byte.SIZE | digits[i] & 0xFF;
            }
        }
        decimal(number, places);
    }

    /** Do the last eight bytes, from {@code first} on, say everything? */
    private static boolean fits(byte[] digits, int from, int first) {
        byte sign = (byte) (digits[first] >> 7);
        for (int i = from; i < first; i++) {
            if (digits[i] != sign) {
                return false;
            }
        }
        return true;
    }

    /** Without zeros at its end. */
    void decimal(BigDecimal number) {
        text(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }
}
