package org.mineban.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OpenID Connect provider of an organisation: the authorization code flow with PKCE. What it says of itself is asked when it is first needed and
 * kept for an hour. While it does not answer it is left alone for some seconds, so that nobody waits behind others for nothing.
 */
final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final int CONNECT_MILLISECONDS = 3000;
    private static final int READ_MILLISECONDS = 5000;
    private static final int MOST_BYTES_OF_KEYS = 200_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Signatures that are made with a key that only the provider has: never none, never one made with the secret that we have too. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final String issuer;
    private final Optional<String> clientId;
    private final Optional<String> secret;
    private final String name;
    private final Clock clock;
    private volatile @Nullable Known known;
    private volatile Instant awayUntil = Instant.MIN;

    private Provider(String issuer, Settings settings, Clock clock) {
        this.issuer = issuer;
        this.clientId = settings.find(Setting.OIDC_CLIENT_ID);
        this.secret = settings.find(Setting.OIDC_CLIENT_SECRET);
        this.name = settings.find(Setting.OIDC_NAME).orElseGet(() -> host(issuer));
        this.clock = clock;
    }

    /** The provider that is set; empty when none is. */
    static Optional<Provider> of(Settings settings, Clock clock) {
        return settings.find(Setting.OIDC_ISSUER).map(issuer -> new Provider(issuer, settings, clock));
    }

    /** What the provider says of itself, and who checks its tokens by it. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    /**
     * Secrets of one sign-in, which only this server and the browser can make.
     *
     * @param state comes back with the answer
     * @param nonce comes back in the token
     * @param verifier shows the provider that who fetches the token is who began
     */
    record Secrets(String state, String nonce, String verifier) {

        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /**
     * Whom the provider says it is.
     *
     * @param subject what the provider calls them, always the same
     * @param email their address; empty when it does not say
     * @param verified whether it says that the address is theirs
     * @param provedAt when they proved there that it is they; empty when it does not say
     */
    record Identity(
            String issuer, String subject, Optional<String> email, boolean verified, Optional<Instant> provedAt) {}

    /** What people call it. */
    String name() {
        return name;
    }

    private static String host(String issuer) {
        try {
            String host = URI.create(issuer).getHost();
            return host == null ? issuer : host;
        } catch (IllegalArgumentException noAddress) {
            return issuer;
        }
    }

    /**
     * The address at the provider where somebody signs in.
     *
     * @param back the address they come back to
     * @param again whether they are to prove anew that it is they
     * @throws org.mineban.kernel.ProblemException {@code outside-settings}, {@code outside-away}
     */
    URI address(Secrets secrets, URI back, boolean again) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "email", "profile"),
                        client(),
                        back)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(secrets.state()))
                .nonce(new Nonce(secrets.nonce()))
                .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256);
        if (again) {
            request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        }
        return request.build().toURI();
    }

    /**
     * Where somebody ends what the provider keeps of them; empty when it has no such page or does not answer.
     */
    Optional<URI> signOutAddress() {
        try {
            String id = java.net.URLEncoder.encode(client().getValue(), java.nio.charset.StandardCharsets.UTF_8);
            return Optional.ofNullable(known().metadata().getEndSessionEndpointURI())
                    .map(end -> URI.create(end + (end.getRawQuery() == null ? "?" : "&") + "client_id=" + id));
        } catch (org.mineban.kernel.ProblemException away) {
            return Optional.empty();
        }
    }

    /**
     * Whom an answer of the provider is about.
     *
     * @param answer the address with which the provider sent somebody back
     * @throws org.mineban.kernel.ProblemException {@code outside-refused}, {@code outside-error}, {@code outside-over} when the code was used,
     *     {@code outside-token}, {@code outside-settings}, {@code outside-away}
     */
    Identity identity(URI answer, Secrets secrets, URI back) {
        Known provider = known();
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            checkIssuer(provider, response.getIssuer());
            if (response instanceof AuthenticationErrorResponse error) {
                throw refused(error.getErrorObject());
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw doesNotHold("there is no code");
            }
            return identity(provider, tokens(provider, code, secrets, back), new Nonce(secrets.nonce()));
        } catch (ParseException unreadable) {
            // its message may hold what was sent
            throw doesNotHold("it is not written as OpenID Connect wants it");
        } catch (BadJOSEException wrong) {
            throw doesNotHold(String.valueOf(wrong.getMessage()));
        } catch (JOSEException | IOException away) {
            throw away(away);
        }
    }

    /** RFC 9207: who has several providers could else be given the answer of another one. */
    private void checkIssuer(Known provider, @Nullable Issuer named) {
        if (named == null && provider.metadata().supportsAuthorizationResponseIssuerParam()) {
            throw doesNotHold("it does not name its issuer");
        }
        if (named != null && !named.getValue().equals(issuer)) {
            throw doesNotHold("it names another issuer");
        }
    }

    private OIDCTokenResponse tokens(Known provider, AuthorizationCode code, Secrets secrets, URI back)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, back, new CodeVerifier(secrets.verifier()));
        URI endpoint = provider.metadata().getTokenEndpointURI();
        TokenRequest request = secret.map(Secret::new)
                .map(known -> basic(provider)
                        ? new ClientSecretBasic(client(), known)
                        : new ClientSecretPost(client(), known))
                .map(authentication -> new TokenRequest.Builder(endpoint, authentication, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client(), grant))
                .build();
        TokenResponse response =
                OIDCTokenResponseParser.parse(bounded(request.toHTTPRequest()).send());
        if (!response.indicatesSuccess()) {
            ErrorObject error = response.toErrorResponse().getErrorObject();
            LOG.warn("The provider {} gave no token: {}", issuer, code(error));
            if (code(error).equals("invalid_grant")) {
                throw OutsideSignIn.over();
            }
            throw error(error);
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private static boolean basic(Known provider) {
        List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
        return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private Identity identity(Known provider, OIDCTokenResponse tokens, Nonce nonce)
            throws BadJOSEException, JOSEException, IOException, ParseException {
        IDTokenClaimsSet claims =
                provider.validator().validate(tokens.getOIDCTokens().getIDToken(), nonce);
        String subject = claims.getSubject().getValue();
        Object email = claims.getClaim("email");
        Object verified = claims.getClaim("email_verified");
        if (email == null && provider.metadata().getUserInfoEndpointURI() != null) {
            UserInfo info = userInfo(
                    provider.metadata().getUserInfoEndpointURI(),
                    tokens.getOIDCTokens().getBearerAccessToken());
            if (!info.getSubject().getValue().equals(subject)) {
                throw doesNotHold("the token and the page about the person name two people");
            }
            email = info.getClaim("email");
            verified = info.getClaim("email_verified");
        }
        return new Identity(
                issuer,
                subject,
                email instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty(),
                Boolean.TRUE.equals(verified),
                Optional.ofNullable(claims.getAuthenticationTime()).map(java.util.Date::toInstant));
    }

    private UserInfo userInfo(URI endpoint, @Nullable BearerAccessToken token) throws IOException, ParseException {
        if (token == null) {
            throw doesNotHold("there is no token for the page about the person");
        }
        UserInfoResponse response = UserInfoResponse.parse(
                bounded(new UserInfoRequest(endpoint, token).toHTTPRequest()).send());
        UserInfo info =
                response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
        if (info == null) {
            throw doesNotHold("the page about the person gives no plain answer");
        }
        return info;
    }

    private static HTTPRequest bounded(HTTPRequest request) {
        request.setConnectTimeout(CONNECT_MILLISECONDS);
        request.setReadTimeout(READ_MILLISECONDS);
        request.setFollowRedirects(false);
        return request;
    }

    private ClientID client() {
        return new ClientID(clientId.orElseThrow(() -> wrongSetting(Setting.OIDC_CLIENT_ID)));
    }

    private Known known() {
        Known now = known;
        if (now == null || !clock.instant().isBefore(now.until())) {
            now = ask();
        }
        return now;
    }

    private synchronized Known ask() {
        Instant now = clock.instant();
        Known meanwhile = known;
        if (meanwhile != null && now.isBefore(meanwhile.until())) {
            return meanwhile;
        }
        if (now.isBefore(awayUntil)) {
            throw away();
        }
        if (!safe(issuer)) {
            throw wrongSetting(Setting.OIDC_ISSUER);
        }
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLISECONDS, READ_MILLISECONDS);
            Known fresh = new Known(metadata, validator(metadata), now.plus(KEPT));
            known = fresh;
            return fresh;
        } catch (GeneralException | IOException | IllegalArgumentException noAnswer) {
            awayUntil = clock.instant().plus(LEFT_ALONE);
            throw away(noAnswer);
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException, GeneralException {
        Set<JWSAlgorithm> algorithms = new HashSet<>(SIGNATURES);
        if (metadata.getIDTokenJWSAlgs() != null) {
            algorithms.retainAll(metadata.getIDTokenJWSAlgs());
        }
        boolean complete = metadata.getAuthorizationEndpointURI() != null
                && metadata.getTokenEndpointURI() != null
                && metadata.getJWKSetURI() != null
                && safe(metadata.getAuthorizationEndpointURI().toString())
                && safe(metadata.getTokenEndpointURI().toString())
                && safe(metadata.getJWKSetURI().toString());
        if (!complete || algorithms.isEmpty()) {
            throw new GeneralException("It lacks an address over HTTPS, or a signature that is taken here");
        }
        // an unknown key makes the keys be fetched anew, though not at every forged token
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, MOST_BYTES_OF_KEYS))
                .refreshAheadCache(false)
                .build();
        return new IDTokenValidator(
                new Issuer(issuer), client(), new JWSVerificationKeySelector<>(algorithms, keys), null);
    }

    /** Whether what goes there is read by nobody between: over HTTPS, or on this machine. */
    private static boolean safe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            boolean here = host != null && LOOPBACK.matcher(host).matches();
            return host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private RuntimeException away(Exception why) {
        LOG.warn(
                "The provider {} does not answer: {}", issuer, why.getClass().getSimpleName() + " " + why.getMessage());
        return away();
    }

    private RuntimeException away() {
        return new Problem("outside-away", Problem.Kind.UNAVAILABLE, Map.of("provider", name)).asException();
    }

    private RuntimeException doesNotHold(String why) {
        LOG.warn("An answer of the provider {} does not hold: {}", issuer, why);
        return new Problem("outside-token", Problem.Kind.CANNOT_BE_DONE, Map.of("provider", name)).asException();
    }

    private RuntimeException refused(ErrorObject error) {
        if (code(error).equals("access_denied")) {
            return new Problem("outside-refused", Problem.Kind.NOT_SIGNED_IN, Map.of("provider", name)).asException();
        }
        LOG.warn("The provider {} answered with an error: {}", issuer, code(error));
        return error(error);
    }

    private RuntimeException error(ErrorObject error) {
        return new Problem("outside-error", Problem.Kind.CANNOT_BE_DONE, Map.of("provider", name, "error", code(error)))
                .asException();
    }

    /** The code of an error, which whoever knows the address can have written. */
    private static String code(ErrorObject error) {
        String code = error.getCode();
        return code != null && ERROR_CODE.matcher(code).matches() ? code : "?";
    }

    private static RuntimeException wrongSetting(Setting setting) {
        return new Problem("outside-settings", Problem.Kind.CANNOT_BE_DONE, Map.of("value", setting.key()))
                .asException();
    }
}
