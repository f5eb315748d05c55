package org.huiqi.screen.firm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huiqi.problem.Text;
import org.huiqi.profile.ValueReader;

/**
 * The unified social credit code of GB 32100-2015: 18 characters out of 31 (no I, O, S, V, Z), the last one checking the others with weights
 * that are the powers of 3 modulo 31.
 */
public final class CreditCode {
    public static final int LENGTH = 18;
    static final String LABEL = "统一社会信用代码";
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = CHARACTERS.length();
    private static final byte[] VALUES = new byte[128];
    private static final int[] WEIGHTS = new int[LENGTH - 1];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < MODULUS; i++) {
            VALUES[CHARACTERS.charAt(i)] = (byte) i;
        }
        WEIGHTS[0] = 1;
        for (int i = 1; i < WEIGHTS.length; i++) {
            WEIGHTS[i] = WEIGHTS[i - 1] * 3 % MODULUS;
        }
    }

    private CreditCode() {}

    /** As it is written officially: half-width, upper case, nothing in between. */
    static String normal(String written) {
        return official(written)
                ? written
                : ValueReader.normal(written).replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static boolean official(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a code in its official form; empty if it is sound. */
    static Optional<Text> fault(String code) {
        if (code.isEmpty()) {
            return Optional.of(new Text("没有填" + LABEL, "there is no unified social credit code"));
        }
        if (code.length() != LENGTH) {
            return Optional.of(new Text(
                    LABEL + "应为18位,这里是" + code.length() + "位",
                    "a unified social credit code has 18 characters, this one " + code.length()));
        }
        for (int i = 0; i < LENGTH; i++) {
            if (value(code.charAt(i)) < 0) {
                return Optional.of(new Text(
                        LABEL + "第" + (i + 1) + "位不能是“" + code.charAt(i) + "”",
                        "character " + (i + 1) + " of a unified social credit code cannot be '" + code.charAt(i)
                                + "'"));
            }
        }
        char expected = checkDigit(code);
        return code.charAt(LENGTH - 1) == expected
                ? Optional.empty()
                : Optional.of(new Text(
                        LABEL + "校验位不符(按前17位应为“" + expected + "”)",
                        "the check digit does not fit (the other 17 ask for '" + expected + "')"));
    }

    /** The last character that the first 17 ask for. */
    public static char checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += value(code.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** What a character counts; -1 if no code has it. */
    public static int value(char character) {
        return character < VALUES.length ? VALUES[character] : -1;
    }
}
