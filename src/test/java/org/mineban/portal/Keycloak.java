package org.mineban.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak itself, from the registry of Maven, unpacked and run on a free port of this machine for one test. */
final class Keycloak implements AutoCloseable {

    static final String VERSION = "26.7.3";
    static final String CLIENT = "mineban";
    static final String SECRET = "client secret";
    static final String PASSWORD = "provider password";

    private static final String REALM = "ministry";
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final int port = freePort();
    private Optional<Process> running = Optional.empty();

    /** Somebody whom it knows. */
    record User(String name, boolean verified) {

        private String json() {
            return """
                    {"username": "%1$s", "enabled": true, "email": "%1$s@example.org", "emailVerified": %2$s,
                     "firstName": "%1$s", "lastName": "Vu",
                     "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}""".formatted(name, verified, PASSWORD);
        }
    }

    /** The packed program as {@code ./verify} has fetched it; empty when it could not be had. */
    static Optional<Path> packed() {
        Path local = Path.of(System.getProperty(
                "localRepository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        Path file = local.resolve(
                "org/keycloak/keycloak-quarkus-dist/" + VERSION + "/keycloak-quarkus-dist-" + VERSION + ".zip");
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /** How it calls itself, also before it runs. */
    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/" + REALM;
    }

    /**
     * Starts it, which takes half a minute, and waits.
     *
     * @param folder an empty one, where it is unpacked
     * @param back the addresses to which it may send people back
     */
    void start(Path packed, Path folder, List<String> back, List<User> users) throws IOException, InterruptedException {
        unpack(packed, folder);
        Path home = folder.resolve("keycloak-" + VERSION);
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imported.resolve(REALM + "-realm.json"), realm(back, users));
        Path log = folder.resolve("keycloak.log");
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process started =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        running = Optional.of(started);
        Instant until = Instant.now().plus(LONGEST_START);
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
            }
            Thread.sleep(300);
        }
    }

    private static String realm(List<String> back, List<User> users) {
        return """
                {"realm": "%s", "enabled": true, "sslRequired": "none",
                 "clients": [{"clientId": "%s", "secret": "%s", "enabled": true, "protocol": "openid-connect", "publicClient": false,
                   "standardFlowEnabled": true, "directAccessGrantsEnabled": false, "redirectUris": [%s],
                   "attributes": {"pkce.code.challenge.method": "S256"}}],
                 "users": [%s]}
                """.formatted(
                        REALM,
                        CLIENT,
                        SECRET,
                        back.stream().map(address -> "\"" + address + "\"").collect(Collectors.joining(", ")),
                        users.stream().map(User::json).collect(Collectors.joining(",\n")));
    }

    private boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void unpack(Path packed, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(packed);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = folder.resolve(entry.getName()).normalize();
                if (!to.startsWith(folder)) {
                    throw new IOException("A path that leads elsewhere: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(zip, to);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        running.ifPresent(process -> {
            try (Stream<ProcessHandle> children = process.descendants()) {
                children.forEach(ProcessHandle::destroy);
            }
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
