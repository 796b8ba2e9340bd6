package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.platform.CheckResult;
import org.mineban.platform.MalwareScanner;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Sha256;

/** A real ClamAV daemon, which knows one malware: the harmless file that all scanners agree to call so (EICAR). */
@DisplayName("Files that people send")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadScanTest {

    private static final Path DAEMON = Path.of("/usr/sbin/clamd");

    /** In two parts, so that no scanner takes this file away. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private int port;
    private Process daemon;
    private OwnPortal portal;
    private String session;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(DAEMON), "Left out: there is no " + DAEMON + " on this machine.");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path signatures = Files.createDirectories(folder.resolve("signatures"));
        byte[] malware = EICAR.getBytes(StandardCharsets.US_ASCII);
        Files.writeString(
                signatures.resolve("test.hsb"),
                Sha256.of(malware) + ":" + malware.length + ":Eicar-Test-Signature:73\n");
        Path configuration = folder.resolve("clamd.conf");
        Files.writeString(configuration, """
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                Foreground yes
                LogFile %s
                User %s
                """.formatted(
                        port, signatures, folder, folder.resolve("clamd.log"), System.getProperty("user.name")));
        daemon = new ProcessBuilder(DAEMON.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Instant until = Instant.now().plusSeconds(60);
        while (level() != CheckResult.Level.FINE) {
            assertThat(daemon.isAlive() && Instant.now().isBefore(until))
                    .as(Files.readString(folder.resolve("out")))
                    .isTrue();
            Thread.sleep(100);
        }
        portal = new OwnPortal(folder.resolve("data"), Clock.systemUTC(), settings());
        session = portal.signIn(
                portal.person("Ida", "ida@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty()));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (portal != null) {
            portal.close();
        }
        stopDaemon();
    }

    private void stopDaemon() throws InterruptedException {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private Settings settings() {
        return Settings.of(Map.of(Setting.UPLOADS_SCANNER, "127.0.0.1:" + port));
    }

    private CheckResult.Level level() {
        return MalwareScanner.check(settings()).look().getFirst().level();
    }

    private HttpResponse<String> send(String file) {
        String code = OwnPortal.code(portal.get(session, "/en/account").body());
        String body = "--edge\r\nContent-Disposition: form-data; name=\"form-code\"\r\n\r\n" + code
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"report.pdf\"\r\n\r\n"
                + file + "\r\n--edge--\r\n";
        return portal.send(HttpRequest.newBuilder(URI.create(portal.address("/en/reports/verify")))
                .header("Cookie", "mineban-session=" + session)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.US_ASCII))
                .build());
    }

    @Test
    void are_looked_through_and_refused_by_name_and_none_is_taken_while_the_scanner_is_away()
            throws InterruptedException {
        assertThat(send("x".repeat(3_000_000)).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = send(EICAR);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Eicar-Test-Signature").contains("Nothing of it was kept");

        stopDaemon();
        HttpResponse<String> away = send("clean");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("the scanner does not answer now");
        assertThat(level()).isEqualTo(CheckResult.Level.WRONG);
    }
}
