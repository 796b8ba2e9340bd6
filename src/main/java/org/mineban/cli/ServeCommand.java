package org.mineban.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.mineban.accounts.SignIn;
import org.mineban.kernel.Problem;
import org.mineban.portal.PortalServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the web server. Prints its address on standard output when it answers, then runs until it is stopped. */
@Command(name = "serve")
final class ServeCommand implements Runnable {

    /** Pages that a rehearsal opens, so that a cache of classes made from it knows what people open first. */
    private static final List<String> REHEARSED = List.of(
            "/en",
            "/fr?on=2012-12-03",
            "/ar/states",
            "/en/states/UKR",
            "/en/duties",
            "/en/why/UKR/entry-into-force",
            "/en/what-if?state=GEO&deposit=2027-03-15",
            "/en/convention",
            "/en/search?q=mines",
            "/api/v1/count",
            "/api/v1/deadlines?iso3=UKR",
            "/en/states/UKR/duties.ics");

    private final Session session;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    @Mixin
    private LanguageOption language = new LanguageOption();

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        language.check();
        makeDataFolder(session.dataFolder().path());
        try (ConfigurableApplicationContext server = start()) {
            String home = "http://" + address + ":" + server.getEnvironment().getProperty("local.server.port");
            session.out().println(session.messages().say(session.language(), "cli.ready", Map.of("address", home)));
            if (rehearse) {
                REHEARSED.forEach(page -> open(home + page));
            } else {
                if (session.mended().countAside() > 0) {
                    session.err()
                            .println(session.messages()
                                    .say(
                                            session.language(),
                                            "translation.aside-count",
                                            Map.of("count", session.mended().countAside())));
                }
                server.getBean(SignIn.class)
                        .firstAdministratorLink()
                        .ifPresent(link -> session.err()
                                .println(session.messages()
                                        .say(
                                                session.language(),
                                                "cli.first-administrator",
                                                Map.of(
                                                        "link",
                                                        home + "/"
                                                                + session.language()
                                                                        .code() + "/link/" + link.text()))));
                session.err().println(session.messages().say(session.language(), "cli.ready-stop"));
                waitUntilStopped();
            }
        }
    }

    /** The data folder holds the embedded database and mended texts. */
    private static void makeDataFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException notMade) {
            throw new Problem("data-folder", Problem.Kind.CANNOT_BE_DONE, Map.of("value", folder.toString()))
                    .asException();
        }
    }

    private ConfigurableApplicationContext start() {
        try {
            return PortalServer.start(
                    new PortalServer.Parts(
                            session.shipped(),
                            session.clock(),
                            session.settings(),
                            session.database(),
                            session.dataFolder().path()),
                    address,
                    port);
        } catch (PortInUseException inUse) {
            throw new Problem(
                            "port-in-use",
                            Problem.Kind.CANNOT_BE_DONE,
                            Map.of("value", Integer.toString(inUse.getPort())))
                    .asException();
        }
    }

    private static void waitUntilStopped() {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void open(String page) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(page).toURL().openConnection();
            connection.setRequestProperty("Accept-Encoding", "gzip");
            connection.setReadTimeout(20_000);
            if (connection.getResponseCode() < 400) {
                connection.getInputStream().readAllBytes();
            }
            connection.disconnect();
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        }
    }
}
