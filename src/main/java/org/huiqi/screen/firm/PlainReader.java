package org.huiqi.screen.firm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.huiqi.profile.Field;
import org.huiqi.profile.FieldType;
import org.huiqi.profile.ValueReader;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column that need no closer look, which is nearly all, from their bytes in UTF-8. Each kind is small enough to be compiled by itself. Immutable. */
abstract sealed class PlainReader {
    /** The value, of the field's Java class; null if the cell needs a closer look. It is not empty. */
    abstract @Nullable Object read(byte[] bytes, int from, int to);

    /** {@code unit}: that of the heading, if it is another than the field's; else empty. */
    static PlainReader of(Field field, String unit) {
        return switch (field.type()) {
            case INTEGER, DECIMAL -> unit.isEmpty() ? new Numbers(field) : new None();
            case TEXT -> field.choices().isEmpty() ? new Texts() : new None();
            case DATE -> field.month() ? new None() : new Days();
            case BOOLEAN -> new YesOrNo();
            case TEXTS -> new None();
        };
    }

    /** All cells need a closer look. */
    private static final class None extends PlainReader {
        @Override
        @Nullable
        Object read(byte[] bytes, int from, int to) {
            return null;
        }
    }

    private static final class YesOrNo extends PlainReader {
        private static final byte[] YES = "是".getBytes(StandardCharsets.UTF_8);
        private static final byte[] NO = "否".getBytes(StandardCharsets.UTF_8);

        @Override
        @Nullable
        Object read(byte[] bytes, int from, int to) {
            return is(YES, bytes, from, to) ? Boolean.TRUE : is(NO, bytes, from, to) ? Boolean.FALSE : null;
        }

        private static boolean is(byte[] word, byte[] bytes, int from, int to) {
            return to - from == 3 && bytes[from] == word[0] && bytes[from + 1] == word[1] && bytes[from + 2] == word[2];
        }
    }

    /** Chinese characters, letters and digits only: already in the form in which texts are compared. May be a word for "not answered". */
    private static final class Texts extends PlainReader {
        @Override
        @Nullable
        Object read(byte[] bytes, int from, int to) {
            return simple(bytes, from, to) ? new String(bytes, from, to - from, StandardCharsets.UTF_8) : null;
        }

        private static boolean simple(byte[] bytes, int from, int to) {
            int at = from;
            while (at < to) {
                byte c = bytes[at];
                if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
                    at++;
                } else if (at + 2 < to && chinese(c & 0xFF, bytes[at + 1], bytes[at + 2])) {
                    at += 3;
                } else {
                    return false;
                }
            }
            return to - from <= ValueReader.MAX_TEXT;
        }

        /** From 一 (4E00) to the end of that block (9FFF). */
        private static boolean chinese(int first, byte second, byte third) {
            boolean follow = second < (byte) 0xC0 && third < (byte) 0xC0;
            return follow && (first == 0xE4 ? second >= (byte) 0xB8 : first >= 0xE5 && first <= 0xE9);
        }
    }

    /** {@code 2024-03-01}. */
    private static final class Days extends PlainReader {
        @Override
        @Nullable
        Object read(byte[] bytes, int from, int to) {
            if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
                return null;
            }
            int year = digits(bytes, from, from + 4);
            int month = digits(bytes, from + 5, from + 7);
            int day = digits(bytes, from + 8, to);
            boolean sure = year >= ValueReader.FIRST_YEAR
                    && year <= ValueReader.LAST_YEAR
                    && month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= 28;
            return sure ? LocalDate.of(year, month, day) : null;
        }

        private static int digits(byte[] bytes, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                int digit = bytes[i] - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
            return number;
        }
    }

    /** A plain number such as {@code 1234.5}. */
    private static final class Numbers extends PlainReader {
        private static final int EXACT_DIGITS = 18;
        private static final long[] POWERS = new long[EXACT_DIGITS + 1];
        private final boolean decimal;
        private final int decimals;
        private final int whole;
        /** Bounds, in units of the last digit that is kept. */
        private final long least;

        private final long most;

        static {
            POWERS[0] = 1;
            for (int i = 1; i < POWERS.length; i++) {
                POWERS[i] = 10 * POWERS[i - 1];
            }
        }

        Numbers(Field field) {
            this.decimal = field.type() == FieldType.DECIMAL;
            this.decimals = field.decimals();
            this.whole = field.wholeDigits();
            this.least = bound(field.min(), RoundingMode.CEILING, Long.MIN_VALUE);
            this.most = bound(field.max(), RoundingMode.FLOOR, Long.MAX_VALUE);
        }

        /** A bound beyond all plain numbers bounds none of them. */
        private long bound(@Nullable BigDecimal bound, RoundingMode within, long none) {
            boolean small = bound != null && bound.precision() - bound.scale() <= EXACT_DIGITS - decimals;
            return small ? bound.setScale(decimals, within).unscaledValue().longValue() : none;
        }

        @Override
        @Nullable
        Object read(byte[] bytes, int from, int to) {
            int start = bytes[from] == '-' ? from + 1 : from;
            int point = -1;
            long digits = 0;
            if (to - start > EXACT_DIGITS || to == start) {
                return null;
            }
            for (int i = start; i < to; i++) {
                int digit = bytes[i] - '0';
                if (digit >= 0 && digit <= 9) {
                    digits = digits * 10 + digit;
                } else if (digit == '.' - '0' && point < 0 && i > start && i < to - 1) {
                    point = i;
                } else {
                    return null;
                }
            }
            int scale = point < 0 ? 0 : to - point - 1;
            return exact(start > from ? -digits : digits, scale, to - start - scale);
        }

        private @Nullable Object exact(long digits, int scale, int length) {
            if (length > whole || scale > decimals) {
                return null;
            }
            long kept = digits * POWERS[decimals - scale];
            if (kept < least || kept > most) {
                return null;
            }
            return decimal ? BigDecimal.valueOf(digits, scale) : (Object) (int) digits;
        }
    }
}
