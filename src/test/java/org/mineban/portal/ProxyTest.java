package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.Facts;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("Behind a proxy")
class ProxyTest {

    @TempDir
    private Path folder;

    private HttpResponse<String> signInPage(Settings settings) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        try (Database database = Database.open(DatabaseAddress.in(folder), clock);
                ConfigurableApplicationContext server = PortalServer.start(
                        new PortalServer.Parts(Facts.KNOWLEDGE, clock, settings, database, folder), "127.0.0.1", 0);
                HttpClient client = HttpClient.newHttpClient()) {
            String address =
                    "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + "/en/sign-in";
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-For", "203.0.113.7")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void that_is_trusted_https_is_https() throws IOException, InterruptedException {
        HttpResponse<String> page = signInPage(Settings.of(Map.of(Setting.TRUSTED_PROXIES, "127.0.0.1, ::1")));

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-mineban-form=")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void that_nobody_trusts_its_headers_are_not_believed() throws IOException, InterruptedException {
        HttpResponse<String> page = signInPage(Settings.none());

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("mineban-form=")
                .doesNotContain("Secure");
    }
}
