package org.mineban.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A provider of OpenID Connect on a free port: Spring Authorization Server, with wrong tokens when a test asks for them. */
final class TestProvider implements AutoCloseable {

    static final String PASSWORD = "provider password";

    /** What is wrong with the next tokens. */
    enum Fault {
        NONE,
        NONCE,
        AUDIENCE,
        ISSUER,
        EXPIRED,
        UNSIGNED,
        OTHER_KEY
    }

    /** What the provider says of somebody. */
    record Address(String email, boolean verified) {}

    final String issuer;
    final Map<String, Address> people = new ConcurrentHashMap<>();
    volatile Fault fault = Fault.NONE;
    private final String back;
    private volatile RSAKey key = newKey("first");
    private final RSAKey forged = newKey("first");
    private final ConfigurableApplicationContext server;

    TestProvider(String back) {
        this.back = back;
        int port = freePort();
        this.issuer = "http://127.0.0.1:" + port;
        this.server = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .initializers((GenericApplicationContext beans) ->
                        beans.registerBean(TestProvider.class, () -> this, bean -> bean.setDestroyMethodName("")))
                .properties(Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", port,
                        "server.servlet.session.cookie.name", "PROVIDER",
                        "spring.jmx.enabled", false,
                        "logging.level.root", "WARN"))
                .run();
    }

    /** Signs with a new key from now on. */
    void changeKey() {
        key = newKey("second");
    }

    @Override
    public void close() {
        server.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException notMade) {
            throw new IllegalStateException(notMade);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Parts {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        PasswordEncoder passwords() {
            return new BCryptPasswordEncoder(4);
        }

        @Bean
        UserDetailsService users(PasswordEncoder passwords) {
            String hash = passwords.encode(PASSWORD);
            return name -> User.withUsername(name).password(hash).roles("USER").build();
        }

        @Bean
        RegisteredClientRepository clients(TestProvider provider, PasswordEncoder passwords) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId("mineban")
                            .clientSecret(passwords.encode("client secret"))
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(provider.back)
                            .scopes(scopes -> scopes.addAll(List.of("openid", "email", "profile")))
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .build());
        }

        @Bean
        AuthorizationServerSettings settings(TestProvider provider) {
            return AuthorizationServerSettings.builder().issuer(provider.issuer).build();
        }

        @Bean
        JWKSource<SecurityContext> keys(TestProvider provider) {
            return (selector, context) -> selector.select(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JwtEncoder encoder(TestProvider provider) {
            return parameters -> {
                RSAKey signing = provider.fault == Fault.OTHER_KEY ? provider.forged : provider.key;
                JWKSource<SecurityContext> source = (selector, context) -> selector.select(new JWKSet(signing));
                Jwt token = new NimbusJwtEncoder(source).encode(parameters);
                return provider.fault == Fault.UNSIGNED && token.hasClaim("nonce") ? unsigned(token) : token;
            };
        }

        private static Jwt unsigned(Jwt token) {
            String head = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
            String text = head + "." + token.getTokenValue().split("\\.", -1)[1] + ".";
            return new Jwt(text, token.getIssuedAt(), token.getExpiresAt(), Map.of("alg", "none"), token.getClaims());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(TestProvider provider) {
            return context -> {
                if (!context.getTokenType().getValue().equals("id_token")) {
                    return;
                }
                Address address = provider.people.get(context.getPrincipal().getName());
                if (address != null) {
                    context.getClaims().claim("email", address.email()).claim("email_verified", address.verified());
                }
                switch (provider.fault) {
                    case NONE, UNSIGNED, OTHER_KEY -> {}
                    case NONCE -> context.getClaims().claim("nonce", "another nonce");
                    case AUDIENCE -> context.getClaims().audience(List.of("another-client"));
                    case ISSUER -> context.getClaims().issuer("https://elsewhere.example");
                    case EXPIRED ->
                        context.getClaims()
                                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                                .expiresAt(Instant.now().minus(Duration.ofHours(1)));
                }
            };
        }
    }
}
