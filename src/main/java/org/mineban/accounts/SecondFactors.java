package org.mineban.accounts;

import static mineban.tables.Tables.SECOND_FACTOR;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import mineban.tables.tables.records.SecondFactorRecord;
import org.jooq.DSLContext;
import org.mineban.kernel.Problem;
import org.mineban.secrets.Keyring;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/** Codes from a telephone and codes on paper. Secrets are sealed with a key outside the database; a code works once. */
public final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int RECOVERY_CODES = 10;
    private static final int LONGEST_LABEL = 100;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final People people;
    private final Keyring keys;
    private final Notices notices;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator(STEP, 6);

    public SecondFactors(Database database, People people, Keyring keys, Notices notices) {
        this.database = database;
        this.people = people;
        this.keys = keys;
        this.notices = notices;
    }

    /**
     * A telephone about to be added.
     *
     * @param step the token to come back with
     * @param secret what to type into the telephone, in Base32 by fours
     * @param address what a picture for the telephone's camera holds
     */
    public record Enrolment(Token step, String secret, String address) {}

    /** Whether anything in the database was sealed, so that the keys that open it must not be made anew. */
    public static boolean sealedSomething(Database database) {
        return database.read(sql -> sql.fetchExists(
                sql.selectOne().from(SECOND_FACTOR).where(SECOND_FACTOR.KIND.eq(SecondFactor.Kind.CODE.name()))));
    }

    /** What somebody has, the oldest first; codes on paper that were used are left out. */
    public List<SecondFactor> list(Person person) {
        return database.read(sql -> rows(sql, person.id()).stream()
                .filter(row -> !row.getKind().equals(SecondFactor.Kind.RECOVERY.name()) || row.getUsedAt() == null)
                .map(row -> new SecondFactor(
                        row.getId(),
                        SecondFactor.Kind.valueOf(row.getKind()),
                        row.getLabel(),
                        row.getAddedAt(),
                        Optional.ofNullable(row.getUsedAt())))
                .toList());
    }

    private static List<SecondFactorRecord> rows(DSLContext sql, UUID person) {
        return sql.selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.PERSON_ID.eq(person))
                .orderBy(SECOND_FACTOR.ADDED_AT, SECOND_FACTOR.ID)
                .fetch();
    }

    static boolean has(DSLContext sql, UUID person) {
        return sql.fetchExists(sql.selectOne()
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.PERSON_ID.eq(person), SECOND_FACTOR.KIND.ne(SecondFactor.Kind.RECOVERY.name())));
    }

    /** Begins to add a telephone; it counts only once a code from it was given. */
    public Enrolment beginCode(Person person) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Token token = database.write(transaction -> Steps.begin(
                transaction,
                Steps.Kind.CODE_ENROLMENT,
                Optional.of(person.id()),
                keys.seal(secret, "enrolment/" + person.id())));
        return enrolment(token, secret, person);
    }

    /** The telephone about to be added, shown again. */
    public Enrolment again(Person person, String step) {
        return database.read(sql -> Steps.find(sql, step, Steps.Kind.CODE_ENROLMENT, Instant.MIN)
                .filter(found -> found.person().equals(Optional.of(person.id())))
                .map(found ->
                        enrolment(new Token(step), keys.open(found.content(), "enrolment/" + person.id()), person))
                .orElseThrow(Links::over));
    }

    private static Enrolment enrolment(Token token, byte[] secret, Person person) {
        String text = base32(secret);
        String label = URLEncoder.encode("Mineban:" + person.email(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Enrolment(
                token,
                text.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/" + label + "?secret=" + text + "&issuer=Mineban");
    }

    /**
     * Adds the telephone when the code is right, and gives codes for the day it is lost when there are none yet.
     *
     * @return the codes on paper, which are shown only now; empty when the person has some
     * @throws org.mineban.kernel.ProblemException {@code code-wrong}, {@code link-over}
     */
    public List<String> addCode(Person person, String step, String label, String code) {
        return database.write(transaction -> {
            Steps.Found found = Steps.find(transaction.sql(), step, Steps.Kind.CODE_ENROLMENT, transaction.now())
                    .filter(begun -> begun.person().equals(Optional.of(person.id())))
                    .orElseThrow(Links::over);
            byte[] secret = keys.open(found.content(), "enrolment/" + person.id());
            long fitting = fitting(secret, code, transaction.now()).orElseThrow(SecondFactors::wrong);
            Steps.end(transaction, found);
            UUID id = Identifiers.newId();
            insert(
                    transaction,
                    id,
                    person,
                    SecondFactor.Kind.CODE,
                    label,
                    keys.seal(secret, "second_factor/" + id),
                    Optional.empty(),
                    fitting);
            return afterAdding(transaction, person, label, SecondFactor.Kind.CODE);
        });
    }

    List<String> afterAdding(Transaction transaction, Person person, String label, SecondFactor.Kind kind) {
        boolean some = transaction
                .sql()
                .fetchExists(transaction
                        .sql()
                        .selectOne()
                        .from(SECOND_FACTOR)
                        .where(
                                SECOND_FACTOR.PERSON_ID.eq(person.id()),
                                SECOND_FACTOR.KIND.eq(SecondFactor.Kind.RECOVERY.name()),
                                SECOND_FACTOR.USED_AT.isNull()));
        List<String> paper = some ? List.of() : newRecoveryCodes(transaction, person);
        notices.changed(transaction, person, "second-factor-added");
        people.record(
                transaction,
                person.actor(),
                "add-second-factor",
                person.id(),
                Optional.empty(),
                Optional.empty(),
                List.of(People.set(kind.name().toLowerCase(Locale.ROOT), shortened(label))));
        return paper;
    }

    /** New codes on paper; those before no longer work. They are shown only now. */
    public List<String> renewRecoveryCodes(Person person) {
        return database.write(transaction -> {
            List<String> fresh = newRecoveryCodes(transaction, person);
            people.record(
                    transaction,
                    person.actor(),
                    "renew-recovery-codes",
                    person.id(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return fresh;
        });
    }

    private List<String> newRecoveryCodes(Transaction transaction, Person person) {
        transaction
                .sql()
                .deleteFrom(SECOND_FACTOR)
                .where(
                        SECOND_FACTOR.PERSON_ID.eq(person.id()),
                        SECOND_FACTOR.KIND.eq(SecondFactor.Kind.RECOVERY.name()))
                .execute();
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = IntStream.range(0, 16)
                    .mapToObj(at -> String.valueOf(BASE_32.charAt(RANDOM.nextInt(32))))
                    .reduce("", String::concat)
                    .replaceAll("(.{4})(?=.)", "$1-");
            fresh.add(code);
            insert(
                    transaction,
                    Identifiers.newId(),
                    person,
                    SecondFactor.Kind.RECOVERY,
                    "",
                    Token.hash(bare(code)),
                    Optional.empty(),
                    0);
        }
        return fresh;
    }

    static void insert(
            Transaction transaction,
            UUID id,
            Person person,
            SecondFactor.Kind kind,
            String label,
            String secret,
            Optional<String> handle,
            long counter) {
        transaction
                .sql()
                .insertInto(SECOND_FACTOR)
                .set(SECOND_FACTOR.ID, id)
                .set(SECOND_FACTOR.PERSON_ID, person.id())
                .set(SECOND_FACTOR.KIND, kind.name())
                .set(SECOND_FACTOR.LABEL, shortened(label))
                .set(SECOND_FACTOR.SECRET, secret)
                .set(SECOND_FACTOR.HANDLE, handle.orElse(null))
                .set(SECOND_FACTOR.COUNTER, counter)
                .set(SECOND_FACTOR.ADDED_AT, transaction.now())
                .execute();
    }

    private static String shortened(String label) {
        String readable = label.replaceAll("\\p{Cntrl}", " ").strip();
        return readable.substring(0, Math.min(LONGEST_LABEL, readable.length()));
    }

    /**
     * Takes one away; the last one stays, since nobody signs in without.
     *
     * @throws org.mineban.kernel.ProblemException {@code last-second-factor}
     */
    public void remove(Person person, UUID factor) {
        database.change(transaction -> {
            List<SecondFactorRecord> kept = rows(transaction.sql(), person.id()).stream()
                    .filter(row -> !row.getKind().equals(SecondFactor.Kind.RECOVERY.name()))
                    .toList();
            Optional<SecondFactorRecord> leaving =
                    kept.stream().filter(row -> row.getId().equals(factor)).findFirst();
            if (leaving.isEmpty()) {
                return;
            }
            if (kept.size() == 1) {
                throw new Problem("last-second-factor", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
            }
            transaction
                    .sql()
                    .deleteFrom(SECOND_FACTOR)
                    .where(SECOND_FACTOR.ID.eq(factor))
                    .execute();
            removed(
                    transaction,
                    people,
                    notices,
                    person.actor(),
                    person,
                    leaving.get().getLabel());
        });
    }

    /**
     * Takes all away, for somebody who has lost them: at the next signing in they set up another. The link to the sign-in of an organisation goes too,
     * which may be lost in the same way.
     */
    public void removeAll(String by, Person person) {
        removeAll(database, people, notices, by, person);
    }

    /** The same without the keys, which taking away does not need. */
    public static void removeAll(Database database, People people, Notices notices, String by, Person person) {
        database.change(transaction -> {
            transaction
                    .sql()
                    .deleteFrom(SECOND_FACTOR)
                    .where(SECOND_FACTOR.PERSON_ID.eq(person.id()))
                    .execute();
            Sessions.end(transaction, mineban.tables.Tables.SESSION.PERSON_ID.eq(person.id()));
            removed(transaction, people, notices, by, person, "*");
            OutsideSignIn.unlink(transaction, people, by, person);
        });
    }

    private static void removed(
            Transaction transaction, People people, Notices notices, String by, Person person, String label) {
        notices.changed(transaction, person, "second-factor-removed");
        people.record(
                transaction,
                by,
                "remove-second-factor",
                person.id(),
                Optional.empty(),
                Optional.empty(),
                List.of(new org.mineban.audit.Change("second-factor", Optional.of(label), Optional.empty())));
    }

    /** Whether the code is one of the person's telephones now, or one on paper; either works once. */
    Optional<SecondFactor.Kind> use(Transaction transaction, UUID person, String code) {
        String bare = bare(code);
        for (SecondFactorRecord row : rows(transaction.sql(), person)) {
            switch (SecondFactor.Kind.valueOf(row.getKind())) {
                case CODE -> {
                    byte[] secret = keys.open(row.getSecret(), "second_factor/" + row.getId());
                    OptionalLong fitting = fitting(secret, bare, transaction.now());
                    if (fitting.isPresent() && usedFirst(transaction, row, fitting.getAsLong())) {
                        return Optional.of(SecondFactor.Kind.CODE);
                    }
                }
                case RECOVERY -> {
                    if (row.getUsedAt() == null
                            && row.getSecret().equals(Token.hash(bare))
                            && usedFirst(transaction, row, 1)) {
                        return Optional.of(SecondFactor.Kind.RECOVERY);
                    }
                }
                case PASSKEY -> {
                    // not a code
                }
            }
        }
        return Optional.empty();
    }

    /** A code counts once, also when two give it at the same time. */
    private static boolean usedFirst(Transaction transaction, SecondFactorRecord row, long counter) {
        return transaction
                        .sql()
                        .update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.COUNTER, counter)
                        .set(SECOND_FACTOR.USED_AT, transaction.now())
                        .where(SECOND_FACTOR.ID.eq(row.getId()), SECOND_FACTOR.COUNTER.lt(counter))
                        .execute()
                == 1;
    }

    /** The half minute whose code this is: now, or one before or after, since clocks differ. */
    private OptionalLong fitting(byte[] secret, String code, Instant now) {
        String digits = bare(code);
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> code(secret, Instant.ofEpochSecond(step * STEP.toSeconds()))
                        .equals(digits))
                .findFirst();
    }

    private String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (InvalidKeyException notAKey) {
            throw new IllegalStateException(notAKey);
        }
    }

    static RuntimeException wrong() {
        return new Problem("code-wrong", Problem.Kind.WRONG_USAGE, Map.of()).asException();
    }

    /** A code without blanks and hyphens, with the digits of any script as 0 to 9. */
    private static String bare(String code) {
        StringBuilder bare = new StringBuilder();
        code.codePoints().limit(100).forEach(sign -> {
            if (Character.isDigit(sign)) {
                bare.append(Character.digit(sign, 10));
            } else if (Character.isLetter(sign)) {
                bare.appendCodePoint(Character.toUpperCase(sign));
            }
        });
        return bare.toString();
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt((held >> bits) & 31));
            }
        }
        return text.toString();
    }
}
