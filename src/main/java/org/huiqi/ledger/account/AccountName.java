package org.huiqi.ledger.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.huiqi.problem.Text;

/** Names of accounts: however somebody types one, it is the same name. */
final class AccountName {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,39}");

    private AccountName() {}

    /** Full-width letters, capitals and spaces around make no other name. */
    static String normalize(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException if nobody can be called so */
    static String checked(String typed) {
        String name = normalize(typed);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(List.of(new Problem(
                    "name",
                    new Text("“" + clip(typed) + "”不能作账号名", "'" + clip(typed) + "' cannot be the name of an account"),
                    new Text(
                            "请用2至40个汉字、字母、数字或 . _ @ -。",
                            "Use 2 to 40 letters, digits, Chinese characters or . _ @ -."))));
        }
        return name;
    }

    private static String clip(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
