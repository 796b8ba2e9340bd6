package org.mineban.accounts;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords by the rules of NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters, at least 64 allowed, every character of Unicode, no rule of
 * composition, no expiry, nothing that is commonly used, expected or easily derived from the person or the service. Kept as Argon2id (OWASP: 19
 * MiB, two passes, one lane).
 */
public final class Passwords {

    /** The fewest characters, counted as people count them: by code points. */
    public static final int SHORTEST = 15;

    /** The most characters: so that nobody keeps the server busy with one. */
    public static final int LONGEST = 256;

    /** How hard it must be to guess, of 4: {@code zxcvbn} knows 30,000 common passwords, names, words, rows of keys, dates and repetitions. */
    private static final int HARD_ENOUGH = 3;

    private static final Pattern PARTS = Pattern.compile("[@.\\s]+");
    private static final List<String> OF_THE_SERVICE = List.of("mineban", "mine ban", "ottawa", "convention", "mines");

    /** Each hashing takes 19 MiB: not more than four at once, the others wait their turn. */
    private final Semaphore atOnce = new Semaphore(4, true);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    /** Its lists take tens of megabytes, and are needed only when somebody chooses a password. */
    private static final class Guesser {
        private static final Zxcvbn IT = new Zxcvbn();
    }

    private final BreachedPasswords breached;

    private volatile String nobodys = "";

    public Passwords(BreachedPasswords breached) {
        this.breached = breached;
    }

    /**
     * Refuses a password that is too short, too long or too easily guessed.
     *
     * @throws org.mineban.kernel.ProblemException {@code password-short}, {@code password-long}, {@code password-breached}, {@code password-varied},
     *     {@code password-guessed}
     */
    public void check(String password, String name, String email) {
        String same = normal(password);
        int length = same.codePointCount(0, same.length());
        if (length < SHORTEST) {
            throw new Problem("password-short", Problem.Kind.WRONG_USAGE, Map.of("least", SHORTEST, "given", length))
                    .asException();
        }
        if (length > LONGEST) {
            throw new Problem("password-long", Problem.Kind.WRONG_USAGE, Map.of("most", LONGEST, "given", length))
                    .asException();
        }
        breached.find(same).ifPresent(known -> {
            throw refused(known);
        });
        List<String> expected = new java.util.ArrayList<>(OF_THE_SERVICE);
        expected.add(email);
        PARTS.splitAsStream(email + " " + name.toLowerCase(java.util.Locale.ROOT))
                .forEach(expected::add);
        Strength strength = Guesser.IT.measure(same, expected);
        if (strength.getScore() < HARD_ENOUGH) {
            throw new Problem("password-guessed", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
    }

    private static ProblemException refused(BreachedPasswords.Known known) {
        return switch (known) {
            case BreachedPasswords.Known.Itself itself ->
                new Problem(
                                "password-breached",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("times", itself.times().orElse(0)))
                        .asException();
            case BreachedPasswords.Known.Varied varied ->
                new Problem("password-varied", Problem.Kind.WRONG_USAGE, Map.of("word", varied.word())).asException();
        };
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return oneOfFew(() -> java.util.Objects.requireNonNull(argon2.encode(normal(password))));
    }

    /**
     * Whether the password is the one of the hash. It takes as long when there is no hash, so that nobody learns by the time who has an account.
     *
     * @param hash empty when there is no such account or it has no password
     */
    public boolean matches(String password, Optional<String> hash) {
        if (password.length() > 4 * LONGEST) {
            return false;
        }
        return oneOfFew(() -> argon2.matches(normal(password), hash.orElseGet(this::nobodysHash))) && hash.isPresent();
    }

    private String nobodysHash() {
        if (nobodys.isEmpty()) {
            nobodys = java.util.Objects.requireNonNull(argon2.encode("nobody has this password"));
        }
        return nobodys;
    }

    private <T> T oneOfFew(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    /** The same text however a keyboard composed it. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
