package org.huiqi.screen.parquet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a column ready to be written; worth keeping where it comes again and again. Not thread-safe: it knows where it was written last. */
public final class Word {
    static final int CENTS = 2;
    static final int YUAN_BYTES = 16;
    private final byte[] bytes;
    private final int hash;
    private @Nullable Object owner;
    private int place;

    /** An empty text is none. */
    public Word(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    Word(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /** Money, to the cent, the highest byte first; empty if it is beyond all money there is. */
    static Optional<Word> yuan(BigDecimal yuan) {
        byte[] digits =
                yuan.setScale(CENTS, RoundingMode.HALF_UP).unscaledValue().toByteArray();
        if (digits.length >= YUAN_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[YUAN_BYTES];
        Arrays.fill(bytes, (byte) (digits[0] >> 7));
        System.arraycopy(digits, 0, bytes, YUAN_BYTES - digits.length, digits.length);
        return Optional.of(new Word(bytes));
    }

    byte[] bytes() {
        return bytes;
    }

    boolean nothing() {
        return bytes.length == 0;
    }

    /** Its place in a dictionary, by that dictionary's token; -1 if that was not told the last time. */
    int place(Object dictionary) {
        return owner == dictionary ? place : -1;
    }

    void place(Object dictionary, int number) {
        owner = dictionary;
        place = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Word word && Arrays.equals(bytes, word.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
