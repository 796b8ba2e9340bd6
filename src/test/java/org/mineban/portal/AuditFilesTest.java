package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditEntry;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditQuery;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.platform.Settings;

@DisplayName("The audit trail as a file")
class AuditFilesTest {

    private static final StateCode KHM = new StateCode("KHM");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final AuditTrail trail = new AuditTrail();
    private OwnPortal portal;
    private Person anna;
    private String administrator;

    @BeforeEach
    void start() {
        portal = new OwnPortal(folder, clock, Settings.none());
        anna = portal.person("Anna Vu", "anna@example.org", Language.ENGLISH, Role.ADMINISTRATOR, Optional.empty());
        administrator = portal.signIn(anna);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private void add(int many, String kind, Optional<StateCode> state, String reason) {
        portal.database()
                .change(transaction -> trail.addAll(
                        transaction,
                        IntStream.range(0, many)
                                .mapToObj(number -> new AuditEvent(
                                        "program:test",
                                        "try",
                                        kind,
                                        String.valueOf(number),
                                        state,
                                        Optional.of(reason),
                                        List.of(new Change("field", Optional.empty(), Optional.of("after")))))
                                .toList()));
    }

    private List<AuditEntry> written(String action) {
        return portal.database()
                .read(sql -> trail.page(sql, AuditQuery.everything().action(action), 50)
                        .entries());
    }

    @Test
    void holds_every_entry_that_fits_with_formulas_as_text_and_is_an_entry_itself() {
        add(2500, "trial", Optional.empty(), "=HYPERLINK(\"https://evil.example\")");
        add(3, "other", Optional.empty(), "not asked for");

        assertThat(portal.get(administrator, "/en/audit?kind=trial").body()).contains("/en/audit.csv?kind=trial");
        HttpResponse<String> file = portal.get(administrator, "/en/audit.csv?kind=trial");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mineban-audit-2026-11-24.csv\"");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(2501);
        assertThat(lines.get(1)).contains(",2499,").contains("\"'=HYPERLINK").contains("field: — → after");
        assertThat(file.body()).doesNotContain("not asked for");

        assertThat(written("export")).singleElement().satisfies(entry -> {
            assertThat(entry.event().actor()).isEqualTo(anna.actor());
            assertThat(entry.event().subject()).isEqualTo("csv");
            assertThat(entry.event().changes())
                    .containsExactly(new Change("kind", Optional.empty(), Optional.of("trial")));
        });
    }

    @Test
    void comes_as_one_object_to_a_line_too() {
        add(2, "trial", Optional.of(KHM), "because");

        List<String> lines = portal.get(administrator, "/en/audit.jsonl?kind=trial")
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("{")
                .contains("\"subject\":\"1\"")
                .contains("\"state\":\"KHM\"");
    }

    @Test
    void holds_what_concerns_the_own_state_and_nothing_of_others() {
        add(2, "trial", Optional.of(KHM), "ours");
        add(2, "trial", Optional.of(new StateCode("UKR")), "theirs");
        String coordinator = portal.signIn(
                portal.person("Sok", "sok@example.org", Language.ENGLISH, Role.NATIONAL_COORDINATOR, Optional.of(KHM)));

        assertThat(portal.get(coordinator, "/en/audit.csv").body())
                .contains("ours")
                .doesNotContain("theirs");
        assertThat(portal.get(coordinator, "/en/audit.csv?state=UKR").statusCode())
                .isEqualTo(403);
        assertThat(portal.get("", "/en/audit.csv").statusCode()).isEqualTo(303);
        assertThat(written("export")).hasSize(1);
    }

    @Test
    void tells_who_looked_at_the_page_of_somebody_else_once_an_hour() {
        Person bo =
                portal.person("Bo", "bo@example.org", Language.ENGLISH, Role.NATIONAL_COORDINATOR, Optional.of(KHM));

        portal.get(administrator, "/en/people/" + bo.id());
        portal.get(administrator, "/en/people/" + bo.id());
        portal.get(administrator, "/en/people/" + anna.id());
        assertThat(written("read")).singleElement().satisfies(entry -> {
            assertThat(entry.event().actor()).isEqualTo(anna.actor());
            assertThat(entry.event().subjectKind()).isEqualTo("person");
            assertThat(entry.event().subject()).isEqualTo(bo.id().toString());
            assertThat(entry.event().state()).contains(KHM);
        });
        clock.move(Duration.ofMinutes(59));
        portal.get(administrator, "/en/people/" + bo.id());
        assertThat(written("read")).hasSize(1);
        clock.move(Duration.ofMinutes(2));
        assertThat(portal.get(administrator, "/en/people/" + bo.id()).body()).contains("read");
        assertThat(written("read")).hasSize(2);
        assertThat(portal.database().read(trail::verify).fault()).isEmpty();
    }

    /** Whoever saves a file must hear that it is not whole: the last piece, which says that this was all, never comes. */
    @Test
    void is_broken_off_when_the_database_fails_in_the_middle() throws IOException {
        add(20_000, "trial", Optional.empty(), "x".repeat(1000));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(32 * 1024);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), portal.port()));
            socket.getOutputStream()
                    .write(("GET /en/audit.csv?kind=trial HTTP/1.1\r\nHost: localhost\r\nCookie: mineban-session="
                                    + administrator + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String begun = new String(in.readNBytes(100_000), StandardCharsets.UTF_8);
            portal.database()
                    .change(transaction -> transaction.sql().execute("alter table audit_entry rename to elsewhere"));
            String rest = rest(in);

            assertThat(begun).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
            assertThat(rest).isNotEmpty().doesNotContain("</html>").doesNotEndWith("0\r\n\r\n");
        }
    }

    private static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            in.transferTo(rest);
        } catch (SocketException brokenOff) {
            // as it should be
        }
        return rest.toString(StandardCharsets.UTF_8);
    }

    @Test
    void is_a_page_of_the_fault_when_the_database_fails_before_it_has_begun() {
        String page = "/en/audit.csv?kind=trial";
        portal.get(administrator, page);
        portal.database()
                .change(transaction -> transaction.sql().execute("alter table audit_head rename to elsewhere"));
        HttpResponse<String> answer = portal.get(administrator, page);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }
}
