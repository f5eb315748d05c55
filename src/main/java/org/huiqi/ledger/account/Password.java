package org.huiqi.ledger.account;

import java.text.Normalizer;
import java.util.List;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;
import org.jspecify.annotations.Nullable;

/** A password somebody chose; never shown. */
public final class Password {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /** As typed, to be compared: normalized, because keyboards and systems write the same character in different ways. */
    public static Password typed(String text) {
        return new Password(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /**
     * To be set.
     *
     * @throws InvalidInputException if it is too short, too long, or guessed at once
     */
    public static Password chosen(String text, String account) {
        Password password = typed(text);
        int length = password.text.codePointCount(0, password.text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw refused(new Text(
                    "长度应为" + SHORTEST + "至" + LONGEST + "个字符",
                    "must have " + SHORTEST + " to " + LONGEST + " characters"));
        }
        if (password.text.codePoints().distinct().count() < 5
                || AccountName.normalize(password.text).contains(AccountName.normalize(account))) {
            throw refused(new Text("太容易猜到", "is too easy to guess"));
        }
        return password;
    }

    private static InvalidInputException refused(Text message) {
        return new InvalidInputException(
                List.of(
                        new Problem(
                                "password",
                                new Text("密码" + message.zh(), "the password " + message.en()),
                                new Text(
                                        "可用一句只有您知道的话;不要只用几个字符,也不要含账号名。",
                                        "Take a sentence only you know, of more than a few characters, without the name of the account."))));
    }

    String text() {
        return text;
    }

    /** Too long to be anybody's: not worth hashing. */
    boolean endless() {
        return text.length() > 2 * LONGEST;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Password password && password.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
