package org.mineban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.accounts.Role;
import org.mineban.accounts.SignIn;
import org.mineban.audit.AuditTrail;
import org.mineban.jobs.JobHistory;
import org.mineban.jobs.JobRun;
import org.mineban.jobs.JobRunner;
import org.mineban.kernel.ProblemException;
import org.mineban.portal.DeskPortal.SignedInVisitor;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.PostgresServer;

@DisplayName("Two nodes on one PostgreSQL")
class TwoNodesTest {

    private static final Map<String, String> ACCESSION = Map.of(
            "state", "GEO",
            "act", "accession",
            "date", "2026-11-20",
            "source", "C.N.999.2026.TREATIES-XXVI.5");

    @TempDir
    private Path folder;

    private DeskPortal first;
    private DeskPortal second;

    @BeforeEach
    void start() {
        assumeTrue(
                PostgresServer.running().isPresent(),
                "PostgreSQL is not installed: apt-get install postgresql-15, or run ./verify");
        DatabaseAddress shared = PostgresServer.running().orElseThrow().newDatabase();
        first = new DeskPortal(shared, folder);
        second = new DeskPortal(shared, folder);
    }

    @AfterEach
    void stop() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
    }

    @Test
    void know_each_other_s_sessions_and_forms() {
        SignedInVisitor anna = first.signIn("anna", Role.ADMINISTRATOR);
        SignedInVisitor there = second.comes(anna);
        assertThat(there.get("/en/people").statusCode()).isEqualTo(200);

        HttpResponse<String> form = anna.get("/en/organisations");
        HttpResponse<String> sent = there.post(form, "/en/organisations", Map.of("name", "Norsk Hjelp", "state", ""));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(anna.get("/en/organisations").body()).contains("Norsk Hjelp");

        assertThat(anna.post("/en/account", "/en/sign-out", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(there.get("/en/people").statusCode()).isEqualTo(303);
    }

    @Test
    void count_failures_together() {
        first.signIn("anna", Role.ADMINISTRATOR);
        for (int i = 0; i < 11; i++) {
            SignIn signIn = (i % 2 == 0 ? first : second).part(SignIn.class);
            SignIn.From stranger = new SignIn.From("198.51.100." + i, "test", Optional.empty());
            assertThatThrownBy(() -> signIn.password("anna@example.org", "guess", stranger))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("sign-in-wrong"));
        }
        for (DeskPortal node : List.of(first, second)) {
            assertThatThrownBy(() -> node.part(SignIn.class)
                            .password(
                                    "anna@example.org",
                                    "guess",
                                    new SignIn.From("198.51.100.99", "test", Optional.empty())))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().id()).isEqualTo("wait"));
        }
    }

    @Test
    void show_what_the_other_recorded_and_keep_its_files() {
        SignedInVisitor author = first.signIn("author", Role.DEPOSITARY_OFFICER);
        SignedInVisitor other = second.signIn("other", Role.DEPOSITARY_OFFICER);
        assertThat(second.get("/en/states/GEO").body()).doesNotContain("C.N.999.2026");
        String entry = author.post("/en/desk/new", "/en/desk/new", ACCESSION)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        SignedInVisitor authorThere = second.comes(author);
        HttpResponse<String> kept = authorThere.upload(
                authorThere.get(entry),
                entry + "/document",
                "note.pdf",
                "%PDF-1.4 test".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
        assertThat(author.get(entry + "/document").body()).startsWith("%PDF-1.4 test");
        assertThat(authorThere.post(entry, entry + "/propose", Map.of()).statusCode())
                .isEqualTo(303);

        HttpResponse<String> confirmed = other.post(entry + "/confirm", entry + "/confirm", Map.of());

        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(303);
        assertThat(second.get("/en/states/GEO").body()).contains("C.N.999.2026");
        until(() -> first.get("/en/states/GEO").body().contains("C.N.999.2026"), Duration.ofSeconds(10));
        assertThat(first.database().read(sql -> new AuditTrail().verify(sql)).firstBroken())
                .isEmpty();
    }

    @Test
    void run_each_job_once() {
        first.part(JobRunner.class).runDue(); // each job has its next time now
        second.part(JobRunner.class).runDue();
        first.toDay("2026-11-25");
        second.toDay("2026-11-25");
        first.part(JobRunner.class).runDue();
        second.part(JobRunner.class).runDue();
        JobHistory history = first.part(JobHistory.class);
        until(() -> !runs(history, "tidy-up").isEmpty(), Duration.ofSeconds(60));
        second.part(JobRunner.class).runDue();
        first.part(JobRunner.class).runDue();

        assertThat(runs(history, "tidy-up")).hasSize(1);
    }

    private List<JobRun> runs(JobHistory history, String job) {
        return first.database().read(sql -> history.runs(sql, Optional.of(job), Optional.<UUID>empty(), 10));
    }

    private static void until(BooleanSupplier holds, Duration longest) {
        Instant end = Instant.now().plus(longest);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
