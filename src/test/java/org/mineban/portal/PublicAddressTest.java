package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;

/** Whoever could choose the host in a link that lets in would be sent its secret. */
@DisplayName("A link that lets somebody in")
class PublicAddressTest {

    @TempDir
    private Path folder;

    /** The page with the link of an invitation, asked for under that name of the host. */
    private String invited(Settings settings, String host) throws IOException {
        try (OwnPortal portal = new OwnPortal(folder, Clock.systemUTC(), settings)) {
            Person anna = portal.person(
                    "Anna Vu", "anna@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty());
            String session = portal.signIn(anna);
            String code = OwnPortal.code(portal.get(session, "/en/people/new").body());
            String form = "name=Bo&email=" + URLEncoder.encode("bo@example.org", StandardCharsets.UTF_8)
                    + "&language=en&role=administrator&form-code=" + code;
            int port = portal.port();
            return send(
                    port,
                    "POST /en/people HTTP/1.1\r\nHost: " + host.replace("PORT", String.valueOf(port))
                            + "\r\nX-Forwarded-Host: evil.example\r\nCookie: mineban-session=" + session
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + form.length() + "\r\nConnection: close\r\n\r\n" + form);
        }
    }

    /** The Java client writes the host itself, so this is written by hand. */
    private static String send(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void begins_with_the_address_that_is_set_whatever_host_the_request_names() throws IOException {
        Settings settings = Settings.of(Map.of(Setting.PUBLIC_ADDRESS, "https://mine-action.example//"));

        assertThat(invited(settings, "evil.example"))
                .contains("https://mine-action.example/en/link/")
                .doesNotContain("evil.example");
    }

    @Test
    void begins_with_where_the_request_came_in_when_nothing_is_set() throws IOException {
        assertThat(invited(Settings.none(), "evil.example"))
                .containsPattern("http://127\\.0\\.0\\.1:[0-9]+/en/link/")
                .doesNotContain("evil.example");
    }

    @Test
    void keeps_the_name_by_which_a_machine_calls_itself() throws IOException {
        assertThat(invited(Settings.none(), "localhost:PORT")).containsPattern("http://localhost:[0-9]+/en/link/");
    }

    @Test
    void believes_no_proxy_that_nobody_trusts_and_no_host_of_one_that_is_trusted() throws IOException {
        Settings settings = Settings.of(Map.of(Setting.TRUSTED_PROXIES, "127.0.0.1"));

        assertThat(invited(settings, "evil.example")).doesNotContain("evil.example");
    }

    private List<String> told(Settings settings, String headers) throws IOException {
        try (OwnPortal portal = new OwnPortal(folder, Clock.systemUTC(), settings)) {
            send(portal.port(), "GET /en/about HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
            return WaysIn.look(portal.database(), settings).stream()
                    .map(CheckResult::id)
                    .toList();
        }
    }

    @Test
    void needs_settings_of_which_the_doctor_tells_once_requests_show_it() throws IOException {
        Settings none = Settings.none();
        assertThat(told(none, "Host: localhost\r\n")).isEmpty();
        assertThat(told(none, "Host: mine-action.example\r\n")).containsExactly("way-in-other-name");
        assertThat(told(none, "Host: localhost\r\nX-Forwarded-For: 192.0.2.1\r\n"))
                .containsExactly("way-in-other-name", "way-in-proxy");
        Settings set = Settings.of(
                Map.of(Setting.PUBLIC_ADDRESS, "https://mine-action.example", Setting.TRUSTED_PROXIES, "127.0.0.1"));
        assertThat(told(set, "Host: mine-action.example\r\nX-Forwarded-For: 192.0.2.1\r\n"))
                .isEmpty();
    }
}
