package org.huiqi.ledger.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that let somebody in. The ledger keeps only its digest. */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** {@code prefix}: tells people and scanners for leaked secrets what it is. */
    static Secret create(String prefix) {
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES)));
    }

    public static Secret create() {
        return create("");
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    String digest() {
        return digest(text);
    }

    /** Another secret that only who has this one can work out: it goes into forms, this one never does. */
    public String formToken() {
        return digest("form:" + text);
    }

    /** Compares without telling by the time it takes how much fits. */
    public boolean hasFormToken(String given) {
        return MessageDigest.isEqual(
                formToken().getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
