package org.mineban.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.mineban.platform.Messages;
import org.mineban.platform.Settings;
import org.mineban.presentation.Knowledge;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** The portal, started once for all its tests on a free port, on 24 November 2026. */
final class RunningPortal {

    private static final ConfigurableApplicationContext SERVER =
            PortalServer.start(parts(new Messages()), "127.0.0.1", 0);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private RunningPortal() {}

    /** The record of the program beside a new and empty embedded database, on 24 November 2026. */
    static PortalServer.Parts parts(Messages messages) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
        Path folder = emptyFolder();
        return new PortalServer.Parts(
                Knowledge.load(messages), clock, Settings.none(), emptyDatabase(folder, clock), folder);
    }

    private static Database emptyDatabase(Path folder, Clock clock) {
        Database database = Database.open(DatabaseAddress.in(folder), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        return database;
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("mineban-portal");
        } catch (IOException notMade) {
            throw new UncheckedIOException(notMade);
        }
    }

    /** The whole address of a page. */
    static String address(String path) {
        return "http://127.0.0.1:" + SERVER.getEnvironment().getProperty("local.server.port") + path;
    }

    /** The page that a fault of ours gives. */
    static String fault(Exception thrown) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/states");
        byte[] page = Objects.requireNonNull(
                SERVER.getBean(Faults.class).other(thrown, request).getBody());
        return new String(page, StandardCharsets.UTF_8);
    }

    static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
