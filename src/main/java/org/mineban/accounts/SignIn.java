package org.mineban.accounts;

import static mineban.tables.Tables.KNOWN_DEVICE;
import static mineban.tables.Tables.PERSON;
import static mineban.tables.Tables.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import mineban.tables.tables.records.PersonRecord;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How people come in. Who gives a wrong password learns nothing about who has an account, and makes nobody else wait: see {@link Throttle}. With a
 * password alone one can only set up a second factor.
 */
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** How long a proof counts when somebody changes how they sign in. */
    public static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    private static final int FREE_FAILURES = 5;
    private static final int FREE_FAILURES_OF_STRANGERS = 10;
    private static final int FREE_FAILURES_OF_AN_ADDRESS = 50;
    private static final int FREE_LINKS = 3;

    private final Database database;
    private final People people;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final Notices notices;
    private final Throttle throttle;
    private final Links links = new Links();
    private final Clock clock;

    public SignIn(
            Database database,
            People people,
            Sessions sessions,
            SecondFactors factors,
            Passwords passwords,
            Notices notices,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.factors = factors;
        this.passwords = passwords;
        this.notices = notices;
        this.throttle = new Throttle(database);
        this.clock = clock;
    }

    /**
     * Where somebody comes from.
     *
     * @param address the network address
     * @param device what the browser calls itself
     * @param known the token of a device that has signed in before; empty when it has none
     */
    public record From(String address, String device, Optional<String> known) {}

    /** What comes after a right password. */
    public sealed interface Outcome {

        /**
         * Somebody is in.
         *
         * @param session the token of the session
         * @param device the token by which the device is known again
         */
        record In(Token session, Token device) implements Outcome {}

        /**
         * The second factor is asked for.
         *
         * @param step the token to come back with
         */
        record SecondFactorAsked(Token step) implements Outcome {}
    }

    /**
     * Somebody gives a password.
     *
     * @throws org.mineban.kernel.ProblemException {@code sign-in-wrong} whatever is wrong, {@code wait}
     */
    public Outcome password(String email, String password, From from) {
        Optional<PersonRecord> row = database.read(sql -> sql.selectFrom(PERSON)
                .where(PERSON.EMAIL.eq(People.normal(email)))
                .fetchOptional());
        boolean known = row.isPresent() && knows(row.get().getId(), from);
        String account = "account:" + Token.hash(People.normal(email)) + (known ? ":" + device(from) : ":stranger");
        String address = "address:" + from.address();
        SequencedMap<String, Integer> counted = new LinkedHashMap<>();
        counted.put(account, known ? FREE_FAILURES : FREE_FAILURES_OF_STRANGERS);
        counted.put(address, FREE_FAILURES_OF_AN_ADDRESS);
        throttle.attempt(counted);
        boolean right = passwords.matches(password, row.map(PersonRecord::getPasswordHash))
                && row.isPresent()
                && row.get().getDisabledAt() == null;
        if (!right) {
            failed("password", from.address());
            throw new Problem("sign-in-wrong", Problem.Kind.NOT_SIGNED_IN, Map.of()).asException();
        }
        UUID person = row.get().getId();
        return database.write(transaction -> {
            throttle.succeeded(transaction, account);
            throttle.givenBack(transaction, address, FREE_FAILURES_OF_AN_ADDRESS);
            if (SecondFactors.has(transaction.sql(), person)) {
                return new Outcome.SecondFactorAsked(
                        Steps.begin(transaction, Steps.Kind.SECOND_FACTOR, Optional.of(person), ""));
            }
            return in(transaction, person, Session.Method.PASSWORD, from);
        });
    }

    /**
     * Somebody whose password was right gives a code from a telephone or from paper.
     *
     * @throws org.mineban.kernel.ProblemException {@code code-wrong}, {@code wait}, {@code link-over} when it took too long
     */
    public Outcome.In code(String step, String code, From from) {
        Instant now = clock.instant();
        Steps.Found found = database.read(sql -> Steps.find(sql, step, Steps.Kind.SECOND_FACTOR, now))
                .orElseThrow(Links::over);
        UUID person = found.person().orElseThrow();
        String name = "code:" + person + (knows(person, from) ? ":" + device(from) : ":stranger");
        Optional<Outcome.In> in = database.write(transaction -> {
            throttle.attempt(transaction, name, FREE_FAILURES);
            Optional<SecondFactor.Kind> used = factors.use(transaction, person, code);
            if (used.isEmpty()) {
                return Optional.empty();
            }
            throttle.succeeded(transaction, name);
            Steps.end(transaction, found);
            Session.Method method = used.get() == SecondFactor.Kind.RECOVERY
                    ? Session.Method.PASSWORD_AND_RECOVERY
                    : Session.Method.PASSWORD_AND_CODE;
            return Optional.of(in(transaction, person, method, from));
        });
        if (in.isEmpty()) {
            failed("code", from.address());
        }
        return in.orElseThrow(SecondFactors::wrong);
    }

    /**
     * For whoever watches the log: from where somebody failed, never with what they typed. It is no entry of the audit trail, which strangers could
     * fill else.
     */
    private static void failed(String factor, String address) {
        LOG.warn("Signing in failed at the {}, from {}", factor, address);
    }

    /** A person is in: a session begins, and the device is known from now on. */
    Outcome.In in(Transaction transaction, UUID person, Session.Method method, From from) {
        return in(transaction, person, method, from, transaction.now());
    }

    /** As {@link #in(Transaction, UUID, Session.Method, From)}, by a proof that was given elsewhere and maybe earlier. */
    Outcome.In in(Transaction transaction, UUID person, Session.Method method, From from, Instant proved) {
        Token session = sessions.start(transaction, person, method, from.device(), proved);
        people.record(
                transaction,
                person.toString(),
                "sign-in",
                person,
                Optional.empty(),
                Optional.empty(),
                List.of(People.set(
                        "method",
                        method.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
        Token device = from.known().map(Token::new).orElseGet(Token::fresh);
        transaction
                .sql()
                .insertInto(KNOWN_DEVICE)
                .set(KNOWN_DEVICE.ID, Identifiers.newId())
                .set(KNOWN_DEVICE.TOKEN_HASH, device.hash())
                .set(KNOWN_DEVICE.PERSON_ID, person)
                .set(KNOWN_DEVICE.SEEN_AT, transaction.now())
                .onConflict(KNOWN_DEVICE.TOKEN_HASH, KNOWN_DEVICE.PERSON_ID)
                .doUpdate()
                .set(KNOWN_DEVICE.SEEN_AT, transaction.now())
                .execute();
        return new Outcome.In(session, device);
    }

    /**
     * Lets nobody change how they sign in whose last proof is older than {@link #PROOF_LASTS}: an unlocked computer would be enough to take over the
     * account for good.
     *
     * @throws org.mineban.kernel.ProblemException {@code proof-needed}
     */
    public void requireFreshProof(SignedIn signedIn) {
        if (signedIn.session().provedAt().plus(PROOF_LASTS).isBefore(clock.instant())) {
            throw new Problem("proof-needed", Problem.Kind.NOT_ALLOWED, Map.of()).asException();
        }
    }

    /**
     * Somebody who is signed in proves by the password that it is they.
     *
     * @throws org.mineban.kernel.ProblemException {@code password-wrong}, {@code wait}
     */
    public void proveByPassword(SignedIn signedIn, String password) {
        requirePassword(signedIn.person(), password);
        database.change(transaction -> proved(transaction, signedIn, "password"));
    }

    /**
     * Somebody who is signed in proves by a code that it is they.
     *
     * @throws org.mineban.kernel.ProblemException {@code code-wrong}, {@code wait}
     */
    public void proveByCode(SignedIn signedIn, String code) {
        UUID person = signedIn.person().id();
        String name = "proof:" + person;
        boolean right = database.write(transaction -> {
            throttle.attempt(transaction, name, FREE_FAILURES);
            if (factors.use(transaction, person, code).isEmpty()) {
                return false;
            }
            throttle.succeeded(transaction, name);
            proved(transaction, signedIn, "code");
            return true;
        });
        if (!right) {
            throw SecondFactors.wrong();
        }
    }

    private void proved(Transaction transaction, SignedIn signedIn, String method) {
        transaction
                .sql()
                .update(SESSION)
                .set(SESSION.PROVED_AT, transaction.now())
                .where(SESSION.ID.eq(signedIn.session().id()))
                .execute();
        people.record(
                transaction,
                signedIn.person().actor(),
                "prove-again",
                signedIn.person().id(),
                Optional.empty(),
                Optional.empty(),
                List.of(People.set("method", method)));
    }

    /** Lets nobody in whose account is disabled, with the words for every refusal. */
    void requireEnabled(Transaction transaction, UUID person) {
        boolean enabled = transaction
                .sql()
                .fetchExists(transaction
                        .sql()
                        .selectOne()
                        .from(PERSON)
                        .where(PERSON.ID.eq(person), PERSON.DISABLED_AT.isNull()));
        if (!enabled) {
            throw new Problem("sign-in-wrong", Problem.Kind.NOT_SIGNED_IN, Map.of()).asException();
        }
    }

    private boolean knows(UUID person, From from) {
        return from.known().isPresent()
                && database.read(sql -> sql.fetchExists(sql.selectOne()
                        .from(KNOWN_DEVICE)
                        .where(KNOWN_DEVICE.TOKEN_HASH.eq(device(from)), KNOWN_DEVICE.PERSON_ID.eq(person))));
    }

    private static String device(From from) {
        return Token.hash(from.known().orElse(""));
    }

    /** Replaces a session that has become worth more by a new one, as when the second factor was set up. */
    public Outcome.In strengthen(SignedIn signedIn, Session.Method method, From from) {
        return database.write(transaction -> {
            Sessions.end(transaction, SESSION.ID.eq(signedIn.session().id()));
            return in(transaction, signedIn.person().id(), method, from);
        });
    }

    /** The link that makes the first administrator; empty when there is one. Older ones no longer work. */
    public Optional<Token> firstAdministratorLink() {
        if (people.hasAdministrator()) {
            return Optional.empty();
        }
        return Optional.of(database.write(transaction ->
                links.make(transaction, Links.Purpose.FIRST_ADMINISTRATOR, Optional.empty(), "program:serve")));
    }

    /**
     * What a link leads to.
     *
     * @param first whether it makes the first administrator, who is still to say who they are
     * @param person whom it is for; empty when it makes the first administrator
     */
    public record Waiting(boolean first, Optional<Person> person) {}

    /** What a link leads to; empty when it can be used no more. */
    public Optional<Waiting> waiting(String token) {
        return database.read(sql -> links.find(sql, token, clock.instant())
                .map(link -> new Waiting(
                        link.purpose() == Links.Purpose.FIRST_ADMINISTRATOR,
                        link.person().flatMap(id -> people.find(sql, id)))));
    }

    /**
     * The first administrator comes in by the link.
     *
     * @throws org.mineban.kernel.ProblemException {@code link-over}, and what {@link Passwords#check} and {@link People#invite} refuse
     */
    public Outcome.In makeFirstAdministrator(
            String token, String name, String email, Language language, String password, From from) {
        passwords.check(password, name, email);
        String hash = passwords.hash(password);
        return database.write(transaction -> {
            links.use(transaction, token, Links.Purpose.FIRST_ADMINISTRATOR);
            UUID id = people.insert(transaction, name, email, language);
            Person made = people.find(transaction.sql(), id).orElseThrow();
            people.insertGrant(
                    transaction,
                    "program:serve",
                    made,
                    new People.Wanted(Role.ADMINISTRATOR, Optional.empty(), Optional.empty(), java.util.Set.of()));
            setHash(transaction, id, hash);
            people.record(
                    transaction,
                    id.toString(),
                    "make-first-administrator",
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(People.set("name", made.name()), People.set("email", made.email())));
            return in(transaction, id, Session.Method.PASSWORD, from);
        });
    }

    /**
     * Somebody sets a password by an invitation or a reset. Their other sessions end.
     *
     * @throws org.mineban.kernel.ProblemException {@code link-over}, and what {@link Passwords#check} refuses
     */
    public Outcome setPassword(String token, String password, From from) {
        Person person = waiting(token).flatMap(Waiting::person).orElseThrow(Links::over);
        passwords.check(password, person.name(), person.email());
        String hash = passwords.hash(password);
        return database.write(transaction -> {
            links.use(transaction, token, Links.Purpose.INVITATION, Links.Purpose.RESET);
            setHash(transaction, person.id(), hash);
            Sessions.end(transaction, SESSION.PERSON_ID.eq(person.id()));
            passwordSet(transaction, person);
            if (SecondFactors.has(transaction.sql(), person.id())) {
                return new Outcome.SecondFactorAsked(
                        Steps.begin(transaction, Steps.Kind.SECOND_FACTOR, Optional.of(person.id()), ""));
            }
            return in(transaction, person.id(), Session.Method.PASSWORD, from);
        });
    }

    /**
     * Somebody who is signed in changes the password. Their other sessions end.
     *
     * @throws org.mineban.kernel.ProblemException {@code password-wrong} when the present one is not right, and what {@link Passwords#check} refuses
     */
    public void changePassword(SignedIn signedIn, String present, String password) {
        Person person = signedIn.person();
        requirePassword(person, present);
        passwords.check(password, person.name(), person.email());
        String fresh = passwords.hash(password);
        database.change(transaction -> {
            setHash(transaction, person.id(), fresh);
            Sessions.end(
                    transaction,
                    SESSION.PERSON_ID
                            .eq(person.id())
                            .and(SESSION.ID.ne(signedIn.session().id())));
            passwordSet(transaction, person);
        });
    }

    private void requirePassword(Person person, String present) {
        String name = "password:" + person.id();
        database.change(transaction -> throttle.attempt(transaction, name, FREE_FAILURES));
        Optional<String> hash = database.read(sql -> sql.select(PERSON.PASSWORD_HASH)
                .from(PERSON)
                .where(PERSON.ID.eq(person.id()))
                .fetchOptional(PERSON.PASSWORD_HASH));
        if (!passwords.matches(present, hash)) {
            throw new Problem("password-wrong", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        database.change(transaction -> throttle.succeeded(transaction, name));
    }

    private void passwordSet(Transaction transaction, Person person) {
        notices.changed(transaction, person, "password-set");
        people.record(
                transaction,
                person.actor(),
                "set-password",
                person.id(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static void setHash(Transaction transaction, UUID person, String hash) {
        transaction
                .sql()
                .update(PERSON)
                .set(PERSON.PASSWORD_HASH, hash)
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.ID.eq(person))
                .execute();
    }

    /** Somebody has forgotten the password: the link goes by mail, if there is such an account. Nobody learns whether there is. */
    public void forgotten(String email, From from) {
        String address = "forgotten:" + from.address();
        String account = "forgotten:" + Token.hash(People.normal(email));
        Optional<Person> person =
                people.findByEmail(email).filter(found -> found.disabledAt().isEmpty());
        database.change(transaction -> {
            throttle.attempt(transaction, address, FREE_FAILURES_OF_STRANGERS);
            boolean tooOften = throttle.waits(transaction, account, FREE_LINKS).isPresent();
            if (person.isPresent() && !tooOften) {
                Token link = links.make(
                        transaction,
                        Links.Purpose.RESET,
                        Optional.of(person.get().id()),
                        "program:forgotten");
                notices.reset(transaction, person.get(), link);
                people.record(
                        transaction,
                        "program:forgotten",
                        "reset-link",
                        person.get().id(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
            }
        });
    }

    /** A link that can be used no more. */
    public static RuntimeException linkOver() {
        return Links.over();
    }

    /** Somebody leaves. */
    public void out(SignedIn signedIn) {
        sessions.end(signedIn.person(), signedIn.session().id());
    }
}
