package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.Telephone;
import org.mineban.accounts.Role;
import org.slf4j.LoggerFactory;

@DisplayName("Whoever comes with bad intent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {

    private static final String PASSWORD = "ferry lantern oboe gravel";
    private static final String CHOSEN = "chosen-by-somebody-else-chosen-by-somebody-e";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private DeskPortal portal;

    @BeforeAll
    void start() {
        portal = new DeskPortal();
    }

    @AfterAll
    void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    /** A browser that keeps cookies as they are set, whatever their flags. */
    private final class Visitor {

        private final Map<String, String> cookies = new TreeMap<>();
        private HttpResponse<String> last = get("/en/about");

        HttpResponse<String> get(String path) {
            return send(request(path));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            Map<String, String> all = new TreeMap<>(fields);
            all.put("form-code", DeskPortal.hidden(last.body(), "form-code"));
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(all.entrySet().stream()
                            .map(field ->
                                    field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&")))));
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.address(path)));
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            return request;
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            last = SecurityTest.this.send(request);
            last.headers().allValues("Set-Cookie").forEach(set -> {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            return last;
        }

        String location() {
            return last.headers().firstValue("Location").orElse("");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String invite(String name) {
        return portal.part(org.mineban.accounts.People.class, "people")
                .invite(
                        "program:test",
                        name,
                        name + "@example.org",
                        org.mineban.kernel.Language.ENGLISH,
                        java.util.Optional.empty())
                .link()
                .text();
    }

    /** Comes in by an invitation and sets up a telephone. */
    private String comeIn(Visitor visitor, String name) {
        String link = invite(name);
        visitor.get("/en/link/" + link);
        visitor.post("/en/link/" + link, Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(visitor.location()).isEqualTo("/en/account/factors");
        visitor.get("/en/account/factors");
        visitor.post("/en/account/factors/begin-code", Map.of());
        Matcher key = Pattern.compile("<code dir=\"ltr\">([A-Z2-7 ]+)</code>").matcher(visitor.last.body());
        assertThat(key.find()).isTrue();
        String secret = key.group(1);
        visitor.post(
                "/en/account/factors/code",
                Map.of(
                        "step",
                        DeskPortal.hidden(visitor.last.body(), "step"),
                        "label",
                        "telephone",
                        "code",
                        Telephone.code(secret, portal.now())));
        assertThat(visitor.last.statusCode()).isEqualTo(200);
        return secret;
    }

    @Test
    void finds_cookies_that_no_script_reads_and_sessions_that_no_one_can_choose_beforehand() {
        Visitor visitor = new Visitor();
        visitor.cookies.put("mineban-session", CHOSEN);
        visitor.cookies.put("mineban-form", CHOSEN);
        String link = invite("cookies");
        visitor.get("/en/link/" + link);
        HttpResponse<String> in = visitor.post("/en/link/" + link, Map.of("password", PASSWORD, "again", PASSWORD));

        assertThat(in.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Lax")
                        && cookie.contains("; Path=/")
                        && !cookie.contains("Domain"));
        String first = visitor.cookies.get("mineban-session");
        assertThat(first).isNotEqualTo(CHOSEN).hasSize(43);

        visitor.get("/en/account/factors");
        visitor.post("/en/account/factors/begin-code", Map.of());
        Matcher key = Pattern.compile("<code dir=\"ltr\">([A-Z2-7 ]+)</code>").matcher(visitor.last.body());
        assertThat(key.find()).isTrue();
        visitor.post(
                "/en/account/factors/code",
                Map.of(
                        "step",
                        DeskPortal.hidden(visitor.last.body(), "step"),
                        "label",
                        "telephone",
                        "code",
                        Telephone.code(key.group(1), portal.now())));

        assertThat(visitor.last.headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
        assertThat(visitor.cookies.get("mineban-session")).isNotEqualTo(first);
        Visitor before = new Visitor();
        before.cookies.put("mineban-session", first);
        before.get("/en/account");
        assertThat(before.location()).startsWith("/en/sign-in?");

        String session = visitor.cookies.get("mineban-session");
        visitor.get("/en/account");
        visitor.post("/en/sign-out", Map.of());
        assertThat(visitor.last.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        before.cookies.put("mineban-session", session);
        before.get("/en/account");
        assertThat(before.location()).startsWith("/en/sign-in?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//other.example",
                "https://other.example",
                "/\\other.example",
                "\\\\other.example",
                "/%09/other.example",
                "/ /other.example",
                "javascript:alert(1)",
                "/en\r\nSet-Cookie: a=b",
                "other.example",
                "/.//other.example",
                "/@other.example"
            })
    void cannot_send_who_signs_in_to_another_site(String then) {
        assertThat(SignInPages.within(then)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "null",
                "[]",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"
            })
    void is_refused_in_words_with_a_passkey_that_is_none(String response) {
        Visitor visitor = new Visitor();
        visitor.get("/en/sign-in");
        visitor.post("/en/sign-in/passkey", Map.of("then", ""));
        String step = DeskPortal.hidden(visitor.last.body(), "step");

        visitor.post("/en/sign-in/passkey/given", Map.of("step", step, "response", response, "then", "'\"<"));

        assertThat(visitor.last.statusCode()).isEqualTo(422);
        assertThat(visitor.last.body()).contains("The passkey was not taken");
    }

    @Test
    void finds_no_password_key_or_link_in_the_log() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            Visitor visitor = new Visitor();
            String secret = comeIn(visitor, "logged");
            String session = visitor.cookies.get("mineban-session");
            visitor.get("/en/account");
            visitor.post("/en/sign-out", Map.of());
            visitor.get("/en/sign-in");
            visitor.post("/en/sign-in", Map.of("email", "logged@example.org", "password", "wrong " + PASSWORD));
            assertThat(visitor.last.statusCode()).isEqualTo(422);
            visitor.post("/en/sign-in", Map.of("email", "logged@example.org", "password", PASSWORD));
            assertThat(visitor.last.body()).contains("name=\"step\"");
            visitor.post(
                    "/en/sign-in/code", Map.of("step", DeskPortal.hidden(visitor.last.body(), "step"), "code", "1"));
            visitor.get("/en/sign-in"); // this server sends no mail, so the page for it has no form
            visitor.post("/en/sign-in/forgotten", Map.of("email", "logged@example.org"));
            String unknown = "unknown-link-unknown-link-unknown-link-unkn";
            assertThat(visitor.get("/en/link/" + unknown).statusCode()).isEqualTo(404);
            RunningPortal.fault(new IllegalStateException("the inside"));
            LoggerFactory.getLogger("org.mineban.test").error("the log is read");

            String text = log.list.stream()
                    .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                    .collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains("the log is read", "Fault ", "Signing in failed at the password, from 127.0.0.1")
                    .doesNotContain(PASSWORD, secret, secret.replace(" ", ""), session, unknown, "logged@example.org");
            assertThat(Addresses.withoutSecrets("/en/link/" + unknown)).isEqualTo("/en/link/…");
            assertThat(root.getEffectiveLevel()).isEqualTo(Level.WARN);
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    void leaves_nothing_in_the_cache_where_a_secret_is_on_the_page() {
        for (String path : List.of("/en/sign-in", "/sign-in/forgotten", "/ar/link/" + invite("cached"))) {
            assertThat(new Visitor().get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .contains("private, no-store");
        }
    }

    @Test
    void sends_no_more_than_a_page_needs() {
        HttpResponse<String> header = send(new Visitor().request("/en/states").header("X-Long", "x".repeat(20_000)));
        assertThat(header.statusCode()).isIn(400, 431);

        Visitor stranger = new Visitor();
        stranger.get("/en/sign-in");
        stranger.post("/en/sign-in", Map.of("email", "a@example.org", "password", "x".repeat(3_000_000)));
        assertThat(stranger.last.statusCode()).isIn(400, 403, 413);

        for (String type : List.of("multipart/form-data", "Multipart/Form-Data")) {
            HttpResponse<String> file = send(new Visitor()
                    .request("/en/sign-in")
                    .header("Content-Type", type + "; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"a\"; "
                            + "filename=\"b\"\r\n\r\n" + "c".repeat(100_000) + "\r\n--x--\r\n")));
            assertThat(file.statusCode()).as(type).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/people/",
                "/en//people",
                "//en/people",
                "/EN/people",
                "/en/people;x=1",
                "/en;x=1/people",
                "/en/./people",
                "/en/states/../people",
                "/static/../en/people",
                "/api/../en/people",
                "/unsubscribe/../people",
                "/en/%70eople",
                "/en/people%20",
                "/en/people.json",
                "/en/people%00",
                "/en/%2e%2e/people",
                "/en/..%2fpeople",
                "/static/../../settings.properties",
                "/static/%2e%2e/%2e%2e/keys",
                "/en/data/parties/..%2f..%2fkeys.csv",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/actuator/env",
                "/.git/config"
            })
    void gets_past_no_rule_by_writing_an_address_otherwise(String path) {
        HttpResponse<String> answer = send(new Visitor().request(path));

        assertThat(answer.statusCode()).isIn(303, 400, 404);
        if (answer.statusCode() == 303) {
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in?then=");
        }
    }

    @Test
    void sends_no_form_past_its_code_by_the_click_that_a_mail_program_may_send() {
        String cookie = portal.signIn("one-click", Role.ADMINISTRATOR).cookie();
        for (String path : List.of(
                "/en/account/sessions/end-others",
                "/unsubscribe/../account/sessions/end-others",
                "/unsubscribe/..;/account/sessions/end-others",
                "/en/unsubscribe/%2e%2e/account/sessions/end-others")) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(portal.address(path + "?List-Unsubscribe=One-Click")))
                            .header("Cookie", "mineban-session=" + cookie)
                            .POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(path).isIn(400, 403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"})
    void finds_no_other_method_than_those_of_pages_and_forms(String method) {
        String cookie = portal.signIn("methods", Role.ADMINISTRATOR).cookie();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(portal.address("/en/account")))
                .header("Cookie", "mineban-session=" + cookie)
                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain(cookie);
    }

    @Test
    void is_let_into_no_page_from_another_site() {
        String cookie = portal.signIn("preflight", Role.ADMINISTRATOR).cookie();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(portal.address("/en/account/password")))
                .header("Cookie", "mineban-session=" + cookie)
                .header("Origin", "https://other.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(send(new Visitor().request("/api/v1/count"))
                        .headers()
                        .firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }
}
