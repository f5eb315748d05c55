package org.huiqi.ledger.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;

/** Argon2id in its usual notation, parameters and salt included. */
final class PasswordHash {
    /** OWASP's recommendation: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT = 16;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID);

    private PasswordHash() {}

    static String of(Password password) {
        return ARGON2ID.hash(bytes(password), Secret.random(SALT)).getResult();
    }

    static boolean fits(Password password, String hash) {
        return !password.endless()
                && Argon2Function.getInstanceFromHash(hash)
                        .check(bytes(password), hash.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Password password) {
        return password.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a password nobody knows: what a login to no account is compared with, so that it takes as long as any other. */
    static final class Decoy {
        static final String HASH = of(Password.typed(Secret.create("").text()));

        private Decoy() {}
    }
}
