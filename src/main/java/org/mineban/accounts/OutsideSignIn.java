package org.mineban.accounts;

import static mineban.tables.Tables.OUTSIDE_IDENTITY;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.Settings;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * How people come in who have an account at their organisation: through its OpenID Connect provider. It makes no account here. Whoever comes for the
 * first time is found by an address that the provider has verified, and is known from then on by what the provider calls them, whatever their address.
 *
 * <p>What binds the answer to the browser that began (state, nonce, PKCE) is made from the token in that browser's cookie. The database keeps only
 * the hash of the token, so that who reads it can finish nobody's sign-in.
 */
public final class OutsideSignIn {

    private static final int FREE_OF_AN_ADDRESS = 50;

    private final Optional<Provider> provider;
    private final Database database;
    private final People people;
    private final SignIn signIn;
    private final Notices notices;
    private final Throttle throttle;

    public OutsideSignIn(
            Settings settings, Database database, People people, SignIn signIn, Notices notices, Clock clock) {
        this.provider = Provider.of(settings, clock);
        this.database = database;
        this.people = people;
        this.signIn = signIn;
        this.notices = notices;
        this.throttle = new Throttle(database);
    }

    /**
     * Somebody is on the way to the provider.
     *
     * @param address where they sign in
     * @param browser the token by which the browser is known again when they come back
     */
    public record Begun(URI address, Token browser) {}

    /**
     * Somebody is in.
     *
     * @param then where they wanted to go
     */
    public record Finished(SignIn.Outcome.In in, String then) {}

    /** The name of the provider; empty when none is set. */
    public Optional<String> name() {
        return provider.map(Provider::name);
    }

    /** Where somebody signs out at the provider; empty when it has no such page or does not answer. */
    public Optional<URI> signOutAddress() {
        return provider.flatMap(Provider::signOutAddress);
    }

    /**
     * Somebody wants to sign in there.
     *
     * @param back the address of this server to which the provider sends them back
     * @param then where they want to go
     * @param again whether the provider should ask for their proof even if they are signed in there
     * @throws org.mineban.kernel.ProblemException {@code wait}, {@code outside-away}, {@code outside-settings}
     */
    public Begun begin(URI back, String then, Language language, boolean again, SignIn.From from) {
        Provider known = provider.orElseThrow(OutsideSignIn::over);
        String name = throttled(from);
        Token browser = database.write(transaction -> {
            throttle.attempt(transaction, name, FREE_OF_AN_ADDRESS);
            return Steps.begin(transaction, Steps.Kind.OUTSIDE, Optional.empty(), back + " " + then);
        });
        return new Begun(known.address(secrets(browser.text(), language), back, again), browser);
    }

    private static String throttled(SignIn.From from) {
        return "outside:" + from.address();
    }

    /** In which language somebody began who comes back with that state; empty when it cannot be told. */
    public static Optional<Language> language(String state) {
        int dot = state.indexOf('.');
        return dot < 0 ? Optional.empty() : Language.find(state.substring(0, dot));
    }

    /**
     * The provider has sent somebody back.
     *
     * @param browser the token that the browser was given; empty when it has none
     * @param query the query of the address they came back with, as it was sent
     * @param state the state in it
     * @throws org.mineban.kernel.ProblemException {@code outside-over} when another browser began, it took too long, or it was used; what the
     *     provider refuses; {@code outside-no-email}, {@code outside-unverified}, {@code outside-unknown}, {@code outside-other},
     *     {@code outside-disabled} when it leads to no account
     */
    public Finished finish(Optional<String> browser, String query, String state, SignIn.From from) {
        Provider known = provider.orElseThrow(OutsideSignIn::over);
        String token = browser.orElseThrow(OutsideSignIn::over);
        Provider.Secrets secrets = secrets(token, language(state).orElseThrow(OutsideSignIn::over));
        if (!MessageDigest.isEqual(bytes(secrets.state()), bytes(state))) {
            throw over();
        }
        Steps.Found step = database.write(transaction -> {
            Steps.Found found = Steps.find(transaction.sql(), token, Steps.Kind.OUTSIDE, transaction.now())
                    .orElseThrow(OutsideSignIn::over);
            Steps.end(transaction, found); // before the provider is asked: an answer is used once, whatever comes of it
            return found;
        });
        String[] parts = step.content().split(" ", 2);
        URI back = URI.create(parts[0]);
        Provider.Identity identity = known.identity(URI.create(back + "?" + query), secrets, back);
        return new Finished(
                database.write(transaction -> {
                    Person person = person(transaction, identity, known.name());
                    throttle.succeeded(transaction, throttled(from));
                    Instant now = transaction.now();
                    Instant proved =
                            identity.provedAt().filter(at -> at.isBefore(now)).orElse(now);
                    return signIn.in(transaction, person.id(), Session.Method.OUTSIDE, from, proved);
                }),
                parts[1]);
    }

    private Person person(Transaction transaction, Provider.Identity identity, String name) {
        Optional<Person> linked = transaction
                .sql()
                .select(OUTSIDE_IDENTITY.PERSON_ID)
                .from(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.ISSUER.eq(identity.issuer()), OUTSIDE_IDENTITY.SUBJECT.eq(identity.subject()))
                .fetchOptional(OUTSIDE_IDENTITY.PERSON_ID)
                .flatMap(id -> people.find(transaction.sql(), id));
        if (linked.isPresent()) {
            return enabled(linked.get());
        }
        String email = identity.email().orElseThrow(() -> refused("outside-no-email", Map.of("provider", name)));
        if (!identity.verified()) {
            throw refused("outside-unverified", Map.of("provider", name, "value", email));
        }
        Person person = enabled(people.findByEmail(transaction.sql(), email)
                .orElseThrow(() -> refused("outside-unknown", Map.of("provider", name, "value", email))));
        link(transaction, identity, person, name);
        return person;
    }

    private static Person enabled(Person person) {
        if (person.disabledAt().isPresent()) {
            throw refused("outside-disabled", Map.of());
        }
        return person;
    }

    private void link(Transaction transaction, Provider.Identity identity, Person person, String name) {
        boolean other = transaction
                .sql()
                .fetchExists(
                        OUTSIDE_IDENTITY,
                        OUTSIDE_IDENTITY.PERSON_ID.eq(person.id()),
                        OUTSIDE_IDENTITY.ISSUER.eq(identity.issuer()));
        if (other) { // organisations give the address of who has left to somebody new
            throw refused("outside-other", Map.of("provider", name, "value", person.email()));
        }
        transaction
                .sql()
                .insertInto(OUTSIDE_IDENTITY)
                .set(OUTSIDE_IDENTITY.ID, Identifiers.newId())
                .set(OUTSIDE_IDENTITY.PERSON_ID, person.id())
                .set(OUTSIDE_IDENTITY.ISSUER, identity.issuer())
                .set(OUTSIDE_IDENTITY.SUBJECT, identity.subject())
                .set(OUTSIDE_IDENTITY.ADDED_AT, transaction.now())
                .execute();
        notices.changed(transaction, person, "outside-linked");
        people.record(
                transaction,
                person.actor(),
                "link-outside",
                person.id(),
                Optional.empty(),
                Optional.empty(),
                List.of(People.set("issuer", identity.issuer()), People.set("subject", identity.subject())));
    }

    /** Takes away what a person is called by providers: who comes next with their verified address is linked anew. */
    static void unlink(Transaction transaction, People people, String by, Person person) {
        int taken = transaction
                .sql()
                .deleteFrom(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.PERSON_ID.eq(person.id()))
                .execute();
        if (taken > 0) {
            people.record(
                    transaction,
                    by,
                    "unlink-outside",
                    person.id(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new Change("outside-identities", Optional.of(Integer.toString(taken)), Optional.empty())));
        }
    }

    private static RuntimeException refused(String id, Map<String, Object> values) {
        return new Problem(id, Problem.Kind.NOT_ALLOWED, values).asException();
    }

    static RuntimeException over() {
        return new Problem("outside-over", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
    }

    private static Provider.Secrets secrets(String browser, Language language) {
        return new Provider.Secrets(
                language.code() + "." + derived(browser, "state"),
                derived(browser, "nonce"),
                derived(browser, "verifier"));
    }

    private static String derived(String browser, String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(browser), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(what)));
        } catch (GeneralSecurityException notOnThisJava) {
            throw new IllegalStateException(notOnThisJava);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
