package org.mineban;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** A telephone that shows codes: it works them out from the key as RFC 6238 says. */
public final class Telephone {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Telephone() {}

    /** The code of that moment. */
    public static String code(String secret, Instant at) {
        String letters = secret.replace(" ", "");
        byte[] key = new byte[letters.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int filled = 0;
        for (int i = 0; i < letters.length(); i++) {
            held = (held << 5) | BASE_32.indexOf(letters.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key[filled++] = (byte) (held >> bits);
            }
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), at);
        } catch (InvalidKeyException notAKey) {
            throw new IllegalArgumentException(notAKey);
        }
    }
}
