package org.mineban.accounts;

import static mineban.tables.Tables.SECOND_FACTOR;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.SecondFactorRecord;
import org.mineban.kernel.Problem;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;

/**
 * Passkeys (W3C Web Authentication, level 3): a key kept by a telephone, a computer or a stick, which asks its owner for a finger, a face or a PIN.
 * It stands for password and second factor together, and cannot be given to a false site. What is kept here is its public half.
 */
public final class Passkeys {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int FREE_FAILURES = 50;

    /** The signatures that are taken: what telephones, computers and sticks offer. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final Database database;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final Throttle throttle;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    public Passkeys(Database database, SecondFactors factors, SignIn signIn) {
        this.database = database;
        this.factors = factors;
        this.signIn = signIn;
        this.throttle = new Throttle(database);
    }

    /**
     * The site that a passkey is bound to.
     *
     * @param origin scheme, host and port as the browser sees them
     * @param host the host alone
     */
    public record Site(String origin, String host) {}

    /**
     * What the browser is asked for.
     *
     * @param step the token to come back with
     * @param challenge what the passkey signs, in Base64url
     * @param owner the handle of the account in Base64url; empty when signing in
     * @param known passkeys that the account has, which the browser does not make again
     */
    public record Asked(Token step, String challenge, String owner, List<String> known) {}

    /** Begins to add a passkey to an account. */
    public Asked beginAdding(Person person) {
        String challenge = Token.fresh().text();
        return database.write(transaction -> new Asked(
                Steps.begin(transaction, Steps.Kind.PASSKEY_ENROLMENT, Optional.of(person.id()), challenge),
                challenge,
                ENCODER.encodeToString(person.id().toString().getBytes(StandardCharsets.UTF_8)),
                transaction
                        .sql()
                        .select(SECOND_FACTOR.HANDLE)
                        .from(SECOND_FACTOR)
                        .where(SECOND_FACTOR.PERSON_ID.eq(person.id()), SECOND_FACTOR.HANDLE.isNotNull())
                        .fetch(SECOND_FACTOR.HANDLE)));
    }

    /**
     * Adds the passkey that the browser has made.
     *
     * @param response what the browser gave, as JSON
     * @return the codes on paper, shown only now; empty when the person has some
     * @throws org.mineban.kernel.ProblemException {@code passkey-refused} when it does not fit what was asked, {@code link-over}
     */
    public List<String> add(Person person, String step, String label, String response, Site site) {
        return database.write(transaction -> {
            Steps.Found found = Steps.find(transaction.sql(), step, Steps.Kind.PASSKEY_ENROLMENT, transaction.now())
                    .filter(begun -> begun.person().equals(Optional.of(person.id())))
                    .orElseThrow(Links::over);
            RegistrationData made = made(response, property(site, found.content()));
            AttestationObject object = Objects.requireNonNull(made.getAttestationObject());
            AttestedCredentialData key =
                    Objects.requireNonNull(object.getAuthenticatorData().getAttestedCredentialData());
            String handle = ENCODER.encodeToString(key.getCredentialId());
            Steps.end(transaction, found);
            boolean taken = transaction
                    .sql()
                    .fetchExists(
                            transaction.sql().selectOne().from(SECOND_FACTOR).where(SECOND_FACTOR.HANDLE.eq(handle)));
            if (taken) {
                throw refused();
            }
            String flags = (object.getAuthenticatorData().isFlagUV() ? "u" : "")
                    + (object.getAuthenticatorData().isFlagBE() ? "e" : "")
                    + (object.getAuthenticatorData().isFlagBS() ? "s" : "");
            SecondFactors.insert(
                    transaction,
                    Identifiers.newId(),
                    person,
                    SecondFactor.Kind.PASSKEY,
                    label,
                    flags + ":" + ENCODER.encodeToString(keys.convert(key)),
                    Optional.of(handle),
                    object.getAuthenticatorData().getSignCount());
            return factors.afterAdding(transaction, person, label, SecondFactor.Kind.PASSKEY);
        });
    }

    private RegistrationData made(String response, ServerProperty property) {
        try {
            List<PublicKeyCredentialParameters> taken = ALGORITHMS.stream()
                    .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();
            return manager.verifyRegistrationResponseJSON(
                    response, new RegistrationParameters(property, taken, true, true));
        } catch (RuntimeException doesNotFit) {
            throw refused();
        }
    }

    /**
     * Begins signing in with a passkey, whoever’s it will be.
     *
     * @throws org.mineban.kernel.ProblemException {@code wait} when one address begins too often
     */
    public Asked beginSigningIn(SignIn.From from) {
        String address = "passkey:" + from.address();
        String challenge = Token.fresh().text();
        return database.write(transaction -> {
            throttle.attempt(transaction, address, FREE_FAILURES);
            return new Asked(
                    Steps.begin(transaction, Steps.Kind.PASSKEY, Optional.empty(), challenge),
                    challenge,
                    "",
                    List.of());
        });
    }

    /**
     * Lets in whoever has the passkey.
     *
     * @param response what the browser gave, as JSON
     * @throws org.mineban.kernel.ProblemException {@code passkey-refused} when it is not known here or does not fit, {@code link-over}
     */
    public SignIn.Outcome.In signIn(String step, String response, Site site, SignIn.From from) {
        return database.write(transaction -> {
            Steps.Found found = Steps.find(transaction.sql(), step, Steps.Kind.PASSKEY, transaction.now())
                    .orElseThrow(Links::over);
            Steps.end(transaction, found);
            AuthenticationData given = parsed(response);
            SecondFactorRecord row = transaction
                    .sql()
                    .selectFrom(SECOND_FACTOR)
                    .where(SECOND_FACTOR.HANDLE.eq(ENCODER.encodeToString(given.getCredentialId())))
                    .fetchOptional()
                    .orElseThrow(Passkeys::refused);
            verify(given, row, property(site, found.content()));
            long counted = Objects.requireNonNull(given.getAuthenticatorData()).getSignCount();
            transaction
                    .sql()
                    .update(SECOND_FACTOR)
                    .set(SECOND_FACTOR.COUNTER, counted)
                    .set(SECOND_FACTOR.USED_AT, transaction.now())
                    .where(SECOND_FACTOR.ID.eq(row.getId()))
                    .execute();
            UUID person = row.getPersonId();
            signIn.requireEnabled(transaction, person);
            throttle.succeeded(transaction, "passkey:" + from.address());
            return signIn.in(transaction, person, Session.Method.PASSKEY, from);
        });
    }

    /** What a browser sends is anybody's text: whatever the library throws at it, it is refused. */
    private AuthenticationData parsed(String response) {
        try {
            return Objects.requireNonNull(manager.parseAuthenticationResponseJSON(response));
        } catch (RuntimeException notReadable) {
            throw refused();
        }
    }

    private void verify(AuthenticationData given, SecondFactorRecord row, ServerProperty property) {
        try {
            manager.verify(given, new AuthenticationParameters(property, credential(row), null, true, true));
        } catch (RuntimeException doesNotFit) {
            throw refused();
        }
    }

    private CredentialRecord credential(SecondFactorRecord row) {
        String kept = row.getSecret();
        int colon = kept.indexOf(':');
        String flags = kept.substring(0, colon);
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                flags.contains("u"),
                flags.contains("e"),
                flags.contains("s"),
                row.getCounter(),
                keys.convert(ByteBuffer.wrap(DECODER.decode(kept.substring(colon + 1)))),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty property(Site site, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static RuntimeException refused() {
        return new Problem("passkey-refused", Problem.Kind.WRONG_USAGE, Map.of()).asException();
    }
}
