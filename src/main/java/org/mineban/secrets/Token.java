package org.mineban.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 256 random bits that let somebody in: a link, a session. It is shown once to whom it is for; the database keeps the hash, which lets nobody in.
 *
 * @param text the bits as they stand in an address or a cookie: 43 letters, digits, {@code -} and {@code _}
 */
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A token that nobody has seen. */
    public static Token fresh() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database keeps of a token that somebody brings, whatever they bring: 64 hexadecimal digits of SHA-256. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException notOnThisJava) {
            throw new IllegalStateException(notOnThisJava);
        }
    }

    /** What the database keeps of it. */
    public String hash() {
        return hash(text);
    }

    /** Never the token: it could end in a log. */
    @Override
    public String toString() {
        return "Token";
    }
}
