package org.mineban.portal;

import static mineban.tables.Tables.SESSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mineban.Facts;
import org.mineban.accounts.People;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.accounts.Session;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;
import org.mineban.secrets.Token;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Identifiers;
import org.springframework.context.ConfigurableApplicationContext;

/** A portal with a data folder of its own, for tests that write: people of every role sign in, and the day can be put forward. */
final class DeskPortal implements AutoCloseable {

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final Path folder;
    private final Database database;
    private final ConfigurableApplicationContext server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    DeskPortal() {
        this(DeskPortal::newFolder);
    }

    private DeskPortal(java.util.function.Supplier<Path> where) {
        this(where.get(), Optional.empty());
    }

    /** One of several nodes: they share the database and the folder with the key file. */
    DeskPortal(DatabaseAddress shared, Path folder) {
        this(folder, Optional.of(shared));
    }

    private DeskPortal(Path where, Optional<DatabaseAddress> shared) {
        folder = where;
        database = Database.open(shared.orElseGet(() -> DatabaseAddress.in(folder)), clock);
        server = PortalServer.start(
                new PortalServer.Parts(Facts.KNOWLEDGE, clock, Settings.none(), database, folder), "127.0.0.1", 0);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("mineban-desk");
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    Path folder() {
        return folder;
    }

    /** Puts the server's clock to noon of a day. Sessions of before have ended then. */
    void toDay(String day) {
        clock.set(LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Somebody with that role, signed in with two factors. */
    SignedInVisitor signIn(String name, Role role) {
        People people = server.getBean(People.class);
        String email = name + "@example.org";
        Person person = people.findByEmail(email)
                .orElseGet(() -> people.invite(
                                "program:test",
                                name,
                                email,
                                Language.ENGLISH,
                                Optional.of(new People.Wanted(role, Optional.empty(), Optional.empty(), Set.of())))
                        .person());
        return signIn(person);
    }

    /** Somebody with that role in a State, signed in with two factors. */
    SignedInVisitor signIn(String name, Role role, StateCode state) {
        People people = server.getBean(People.class);
        return signIn(people.invite(
                        "program:test",
                        name,
                        name + "@example.org",
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(role, Optional.of(state), Optional.empty(), Set.of())))
                .person());
    }

    /** Somebody who has an account and no role, signed in with two factors. */
    SignedInVisitor signInWithoutRole(String name) {
        return signIn(server.getBean(People.class)
                .invite("program:test", name, name + "@example.org", Language.ENGLISH, Optional.empty())
                .person());
    }

    /** A part of the running server. */
    <T> T part(Class<T> type, String name) {
        return server.getBean(name, type);
    }

    /** What the server's clock shows. */
    Instant now() {
        return clock.instant();
    }

    /** Somebody who has given a password and has no second factor yet. */
    SignedInVisitor signInWithPasswordAlone(String name) {
        return signIn(
                server.getBean(People.class)
                        .invite("program:test", name, name + "@example.org", Language.ENGLISH, Optional.empty())
                        .person(),
                Session.Method.PASSWORD);
    }

    private SignedInVisitor signIn(Person person) {
        return signIn(person, Session.Method.PASSKEY);
    }

    private SignedInVisitor signIn(Person person, Session.Method method) {
        Token token = Token.fresh();
        database.change(transaction -> transaction
                .sql()
                .insertInto(SESSION)
                .set(SESSION.ID, Identifiers.newId())
                .set(SESSION.TOKEN_HASH, token.hash())
                .set(SESSION.PERSON_ID, person.id())
                .set(SESSION.METHOD, method.name())
                .set(SESSION.DEVICE, "test")
                .set(SESSION.STARTED_AT, transaction.now())
                .set(SESSION.SEEN_AT, transaction.now())
                .execute());
        return new SignedInVisitor(token.text());
    }

    /** Somebody who has signed in on another node. */
    SignedInVisitor comes(SignedInVisitor from) {
        return new SignedInVisitor(from.cookie());
    }

    /** A part of the server. */
    <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    Database database() {
        return database;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    /** The hidden field of that name in a page. */
    static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No field " + name + " in the page");
        }
        return found.group(1);
    }

    /** Somebody who is signed in. */
    final class SignedInVisitor {

        private final String token;

        private SignedInVisitor(String token) {
            this.token = token;
        }

        String cookie() {
            return token;
        }

        HttpResponse<String> get(String path) {
            return send(request(path).build());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address(path))).header("Cookie", "mineban-session=" + token);
        }

        /** Sends a form of a page, with the hidden code that the page bears. */
        HttpResponse<String> post(String page, String action, Map<String, String> fields) {
            return post(get(page), action, fields);
        }

        HttpResponse<String> post(HttpResponse<String> page, String action, Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("form-code", hidden(page.body(), "form-code"));
            if (page.body().contains("name=\"version\"")) {
                all.putIfAbsent("version", hidden(page.body(), "version"));
            }
            String body = all.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(request(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        /** Sends a file with a form of a page that has these other fields. */
        HttpResponse<String> upload(
                HttpResponse<String> page, String action, Map<String, String> fields, String name, byte[] content) {
            String boundary = "mineban-test-boundary";
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("form-code", hidden(page.body(), "form-code"));
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            all.forEach((field, text) -> body.writeBytes(("--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + text + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(request(action)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build());
        }

        /** Sends a file with a form of a page. */
        HttpResponse<String> upload(HttpResponse<String> page, String action, String name, byte[] content) {
            String boundary = "mineban-test-boundary";
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            for (String field : new String[] {"form-code", "version"}) {
                body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n"
                                + hidden(page.body(), field) + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\""
                            + name + "\"\r\nContent-Type: text/html\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(request(action)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
