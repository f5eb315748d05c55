package org.huiqi.screen.judge;

import java.util.Arrays;

/**
 * A whole number for every firm before the judge, added to for many at once: a word holds one binary digit of each firm's number. Numbers may be
 * negative through what is added for everybody only.
 */
final class Sums {
    private final long[] digits = new long[Long.SIZE];
    private int used;
    private long base;

    void clear() {
        Arrays.fill(digits, 0, used, 0);
        used = 0;
        base = 0;
    }

    /** {@code amount}: of either sign. */
    void addToAll(long amount) {
        base += amount;
    }

    /** {@code amount}: not negative. */
    void add(long amount, long rows) {
        long carry = 0;
        for (int d = 0; rows != 0 && (amount >> d != 0 || carry != 0); d++) {
            carry = digit(d, -(amount >> d & 1) & rows, carry);
        }
    }

    void add(Sums other) {
        base += other.base;
        long carry = 0;
        for (int d = 0; d < other.used || carry != 0; d++) {
            carry = digit(d, other.digits[d], carry);
        }
    }

    /** Adds one digit, and returns what is carried to the next. */
    private long digit(int d, long more, long carry) {
        long mine = digits[d];
        digits[d] = mine ^ more ^ carry;
        used = Math.max(used, d + 1);
        return mine & more | carry & (mine | more);
    }

    /** Makes of every greater number this one. */
    void cap(long most) {
        long over = atLeast(most);
        long above = Math.max(0, most - base);
        for (int d = 0; over != 0 && (d < used || above >> d != 0); d++) {
            digits[d] = (above >> d & 1) == 0 ? digits[d] & ~over : digits[d] | over;
            used = Math.max(used, d + 1);
        }
        base = Math.min(base, most);
    }

    /** Whose number is at least that? */
    long atLeast(long least) {
        long above = least - base;
        if (above <= 0) {
            return -1;
        }
        if (used < Long.SIZE - Long.numberOfLeadingZeros(above)) {
            return 0;
        }
        long same = -1;
        long more = 0;
        for (int d = used - 1; d >= 0; d--) {
            boolean one = (above >> d & 1) != 0;
            more |= one ? 0 : same & digits[d];
            same &= one ? digits[d] : ~digits[d];
        }
        return more | same;
    }

    /** Who has another number in the other? Both were added to for all alike. */
    long differ(Sums other) {
        long differ = 0;
        for (int d = 0; d < Math.max(used, other.used); d++) {
            differ |= digits[d] ^ other.digits[d];
        }
        return differ;
    }
}
