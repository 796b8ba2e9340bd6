package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Role;
import org.mineban.kernel.Language;
import org.mineban.platform.Settings;

/** A browser reads no answer before it has sent the whole form: so does this. */
@DisplayName("A file that is too large")
class UploadLimitTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private OwnPortal portal;

    @BeforeEach
    void start() {
        portal = new OwnPortal(folder, Clock.systemUTC(), Settings.none());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private String send(String session, long bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), portal.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            String before = "--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"x.pdf\"\r\n\r\n";
            String after = "\r\n--edge--\r\n";
            long length = before.length() + bytes + after.length();
            out.write(("POST /en/desk HTTP/1.1\r\nHost: localhost\r\nCookie: mineban-session=" + session
                            + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: " + length
                            + "\r\nConnection: close\r\n\r\n" + before)
                    .getBytes(StandardCharsets.UTF_8));
            byte[] piece = new byte[64 * 1024];
            for (long sent = 0; sent < bytes; sent += piece.length) {
                out.write(piece);
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void is_refused_with_a_page_that_says_so_once_all_of_it_was_sent() throws IOException {
        String officer = portal.signIn(
                portal.person("Ida", "ida@example.org", Language.ENGLISH, Role.DEPOSITARY_OFFICER, Optional.empty()));

        for (long megabytes : new long[] {21, 64, 150}) {
            String answer = send(officer, megabytes * MEGABYTE);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("20").contains("</html>");
        }
    }

    @Test
    void of_a_stranger_is_read_no_further_than_one_that_is_allowed() throws IOException {
        assertThat(send("", 19 * MEGABYTE)).startsWith("HTTP/1.1 401");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> send("", 150 * MEGABYTE)))
                .isInstanceOf(IOException.class);
    }

    /** In pieces, as programs send that do not know how much is to come. */
    private String sendInPieces(String session, String code, long megabytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), portal.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /en/reports/verify HTTP/1.1\r\nHost: localhost\r\nCookie: mineban-session=" + session
                            + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nTransfer-Encoding: chunked"
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            piece(
                    out,
                    ("--edge\r\nContent-Disposition: form-data; name=\"form-code\"\r\n\r\n" + code
                                    + "\r\n--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"x.pdf\"\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[(int) MEGABYTE];
            for (long sent = 0; sent < megabytes; sent++) {
                piece(out, megabyte);
            }
            piece(out, "\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void piece(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void is_refused_also_when_nothing_says_how_long_it_will_be() throws IOException {
        String officer = portal.signIn(
                portal.person("Ida", "ida@example.org", Language.ENGLISH, Role.SECRETARIAT_OFFICER, Optional.empty()));
        String code = OwnPortal.code(portal.get(officer, "/en/account").body());

        assertThat(sendInPieces(officer, code, 3)).startsWith("HTTP/1.1 200");
        assertThat(sendInPieces(officer, code, 60))
                .startsWith("HTTP/1.1 400")
                .contains("20")
                .contains("</html>");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sendInPieces("", "", 600)))
                .isInstanceOf(IOException.class);
    }
}
