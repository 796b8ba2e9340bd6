package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.Facts;
import org.mineban.accounts.Access;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.Person;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.Act;
import org.mineban.depositary.Content;
import org.mineban.depositary.Desk;
import org.mineban.depositary.Entry;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** An accession of Georgia, which it has not made, recorded and confirmed on 24 November 2026; the commands are asked on 10 December. */
@DisplayName("What was recorded at the desk, on the command line")
class RecordedActsTest {

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-12-10T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer run(Path data, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments),
                        java.util.stream.Stream.of("--lang", "en", "--data", data.toString()))
                .toArray(String[]::new);
        int code = new CommandLineProgram(LATER, new PrintWriter(out), new PrintWriter(err)).run(all);
        return new Answer(code, out.toString(), err.toString());
    }

    private static Answer run(String... arguments) {
        return run(folder, arguments);
    }

    @BeforeAll
    static void record() {
        Clock then = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        try (Database database = Database.open(DatabaseAddress.in(folder), then)) {
            AuditTrail audit = new AuditTrail();
            Desk desk = new Desk(
                    database,
                    audit,
                    new Access(new PermissionTable()),
                    new RecordedKnowledge(Facts.KNOWLEDGE, database));
            Person author = officer(database, audit, "author@example.org");
            Person second = officer(database, audit, "second@example.org");
            Entry draft = desk.record(
                    author,
                    new Content(
                            new StateCode("GEO"),
                            Act.ACCESSION,
                            PartialDate.of(LocalDate.of(2026, 11, 20)),
                            Optional.empty(),
                            "",
                            "C.N.999.2026.TREATIES-XXVI.5",
                            "",
                            "",
                            Optional.empty()));
            Entry proposed = desk.propose(author, draft.id(), draft.version());
            desk.confirm(second, proposed.id(), proposed.version());
        }
    }

    private static Person officer(Database database, AuditTrail audit, String email) {
        return new People(database, audit, org.mineban.accounts.Notices.NONE)
                .invite(
                        "program:test",
                        email,
                        email,
                        Language.ENGLISH,
                        Optional.of(new People.Wanted(
                                Role.DEPOSITARY_OFFICER, Optional.empty(), Optional.empty(), Set.of())))
                .person();
    }

    @Test
    void counts_with_the_accession() {
        int now = parties(run("count", "--on", "2026-12-01", "--format", "json").out());
        int shipped =
                parties(run("count", "--on", "2026-11-19", "--format", "json").out());

        assertThat(now).isEqualTo(shipped + 1);
    }

    private static int parties(String json) {
        java.util.regex.Matcher found =
                java.util.regex.Pattern.compile("\"partiesByDeposit\" : (\\d+)").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @Test
    void tells_the_standing_the_duties_and_why() {
        assertThat(run("status", "GEO", "--format", "csv").out())
                .contains("GEO,consent-deposited,2026-11-20,2027-05-01,,Georgia,recorded");
        assertThat(run("deadlines", "GEO", "--format", "csv").out())
                .contains("GEO,7(1),initial-report,2027-10-28,upcoming")
                .contains("GEO,4,stockpile,2031-05-01,upcoming");
        assertThat(run("why", "GEO", "entry-into-force").out())
                .contains("1 May 2027")
                .contains("depositary/recorded.csv:2");
        assertThat(run("why", "GEO", "entry-into-force", "--format", "json").out())
                .contains("C.N.999.2026.TREATIES-XXVI.5")
                .contains("\"confirmed_on\" : \"2026-11-24\"");
    }

    @Test
    void answers_as_was_known_the_day_before_and_says_so() {
        Answer before = run("status", "GEO", "--known-on", "2026-11-23", "--format", "csv");
        Answer since = run("status", "GEO", "--known-on", "2026-11-24", "--format", "csv");

        assertThat(before.out()).contains("GEO,not-party");
        assertThat(before.err())
                .contains("What was known on 23 November 2026 is kept nowhere")
                .contains("known as of 24 November 2026 only");
        assertThat(since.out()).contains("GEO,consent-deposited");
        assertThat(since.err()).contains("This is what was known on 24 November 2026.");
    }

    @Test
    void knows_for_every_command_that_reads_the_record() {
        assertThat(run("count", "--on", "2027-06-01", "--known-on", "2026-11-23", "--format", "json")
                        .out())
                .isEqualTo(run(folder.resolve("other"), "count", "--on", "2027-06-01", "--format", "json")
                        .out());
        assertThat(run("deadlines", "GEO", "--known-on", "2026-11-23", "--format", "csv")
                        .out())
                .doesNotContain("GEO,");
        assertThat(run("why", "GEO", "standing", "--known-on", "2026-11-23").out())
                .contains("State not party");
        assertThat(run("what-if", "GEO", "--deposit", "2027-03-15", "--known-on", "2026-11-23")
                        .code())
                .isEqualTo(ExitCode.DONE);
        Answer bound = run("what-if", "GEO", "--deposit", "2027-03-15");
        assertThat(bound.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(bound.err()).contains("GEO deposited its instrument on 2026-11-20");
    }

    @Test
    void refuses_a_day_that_is_none_or_lies_ahead() {
        assertThat(run("count", "--known-on", "24.11.2026").code()).isEqualTo(ExitCode.WRONG_USAGE);
        Answer ahead = run("count", "--known-on", "2026-12-11");
        assertThat(ahead.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ahead.err()).contains("Nobody knows yet what will be known on 2026-12-11");
    }

    @Test
    void is_found_by_the_search_and_stands_in_documents() {
        assertThat(run("search", "accession", "--state", "GEO").out()).contains("Georgia");
        Path paper = folder.resolve("georgia.txt");
        assertThat(run("document", "state", "GEO", "--to", paper.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(paper).content().contains("1 May 2027").contains("C.N.999.2026.TREATIES-XXVI.5");
    }

    @Test
    void makes_no_database_in_a_folder_that_has_none() {
        Path empty = folder.resolve("empty");

        assertThat(run(empty, "count").code()).isEqualTo(ExitCode.DONE);
        assertThat(Files.exists(DatabaseAddress.file(empty))).isFalse();
    }

    @Test
    void shows_the_desk_and_what_an_entry_changed() {
        assertThat(run("desk", "list", "--format", "csv").out())
                .contains("1,confirmed,GEO,accession,2026-11-20,C.N.999.2026.TREATIES-XXVI.5");
        assertThat(run("desk", "list", "--status", "draft", "--format", "csv").out())
                .doesNotContain("GEO");
        assertThat(run("desk", "show", "1").out()).contains("status: confirmed").contains("act: accession");
        assertThat(run("desk", "what-will-change", "1", "--format", "csv").out())
                .contains("standing,GEO,standing,2026-11-20,2027-05-01,not-party,consent-deposited,Georgia")
                .contains("duty,GEO,initial-report,,,,2027-10-28 upcoming,Georgia");
        assertThat(run("desk", "what-will-change", "1").out())
                .contains("What States are")
                .contains("State not party → State Party, since 1 May 2027");
        Answer unknown = run("desk", "show", "2");
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("There is no entry 2 at the depositary’s desk");
    }
}
