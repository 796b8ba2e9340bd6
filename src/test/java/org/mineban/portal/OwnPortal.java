package org.mineban.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.mineban.accounts.Sessions;
import org.mineban.accounts.SignIn;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;

/** A portal of a test's own, with people who are signed in. */
final class OwnPortal implements AutoCloseable {

    private static final Pattern FORM_CODE = Pattern.compile("name=\"form-code\" value=\"([^\"]+)\"");
    private static final SignIn.From FROM = new SignIn.From("192.0.2.1", "Firefox", Optional.empty());

    private final Database database;
    private final ConfigurableApplicationContext server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    OwnPortal(Path folder, Clock clock, Settings settings) {
        this(folder, clock, settings, DatabaseAddress.in(folder));
    }

    OwnPortal(Path folder, Clock clock, Settings settings, DatabaseAddress address) {
        database = Database.open(address, clock);
        server = PortalServer.start(
                new PortalServer.Parts(Facts.KNOWLEDGE, clock, settings, database, folder), "127.0.0.1", 0);
    }

    <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    Database database() {
        return database;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A person with one role. */
    Person person(String name, String email, Language language, Role role, Optional<StateCode> state) {
        return bean(People.class)
                .invite(
                        "program:test",
                        name,
                        email,
                        language,
                        Optional.of(new People.Wanted(role, state, Optional.empty(), Set.of())))
                .person();
    }

    /** Signs somebody in with two factors and gives the session’s secret. */
    String signIn(Person person) {
        SignIn signIn = bean(SignIn.class);
        String link = bean(People.class).resetLink("program:test", person).text();
        SignIn.Outcome.In in =
                (SignIn.Outcome.In) signIn.setPassword(link, "ferry lantern oboe gravel " + person.name(), FROM);
        return signIn.strengthen(
                        bean(Sessions.class).find(in.session().text()).orElseThrow(),
                        Session.Method.PASSWORD_AND_CODE,
                        FROM)
                .session()
                .text();
    }

    HttpResponse<String> get(String session, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (!session.isEmpty()) {
            request.header("Cookie", "mineban-session=" + session);
        }
        return send(request.build());
    }

    /** Sends a form of a page, with the code that the page bears. */
    HttpResponse<String> post(String session, String page, String path, Map<String, String> fields) {
        return post(session, path, fields, code(get(session, page).body()));
    }

    HttpResponse<String> post(String session, String path, Map<String, String> fields, String code) {
        String body = fields.entrySet().stream()
                .flatMap(field -> List.of(field.getValue().split("\\|", -1)).stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&form-code=" + code));
        if (!session.isEmpty()) {
            request.header("Cookie", "mineban-session=" + session);
        }
        return send(request.build());
    }

    static String code(String page) {
        Matcher found = FORM_CODE.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
