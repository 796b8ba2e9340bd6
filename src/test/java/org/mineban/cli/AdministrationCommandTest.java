package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The commands of administrators")
class AdministrationCommandTest {

    private static final String NOW = "2026-11-24T09:00:00Z";

    @TempDir
    private Path folder;

    private Path data;
    private Clock clock = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    @BeforeEach
    void makeData() throws IOException {
        data = Files.createDirectory(
                folder.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Database database = Database.open(DatabaseAddress.in(data), clock)) {
            database.change(change -> {
                AuditTrail trail = new AuditTrail();
                trail.add(change, event("OMN", "=1+1"));
                trail.add(change, event("UKR", "as asked"));
                trail.add(change, event("OMN", "again"));
            });
        }
    }

    private static AuditEvent event(String state, String reason) {
        return new AuditEvent(
                "program:test",
                "recorded",
                "treaty-action",
                state,
                Optional.of(new StateCode(state)),
                Optional.of(reason),
                List.of(new Change("deposit", Optional.empty(), Optional.of("2014-08-20"))));
    }

    private Run run(Path dataFolder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", dataFolder.toString(), "--lang", "en"));
        int exit = new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err))
                .run(all.toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private Run run(String... arguments) {
        return run(data, arguments);
    }

    private void spoil(String sql) {
        try (Database database = Database.open(DatabaseAddress.in(data), clock)) {
            database.change(change -> change.sql().execute(sql));
        }
    }

    @Test
    void verify_the_trail_and_name_the_first_entry_that_does_not_fit() {
        Run whole = run("audit", "verify");
        assertThat(whole.exit()).isZero();
        assertThat(whole.out()).startsWith("The audit trail is whole. Entries that fit: 3. Head: 3:");

        spoil("update audit_entry set reason = 'as told' where number = 2");

        Run broken = run("audit", "verify");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out())
                .startsWith("Entry 2 is not as it was written, or does not follow the one before it."
                        + " Entries before it that fit: 1.");
        assertThat(run("audit", "verify", "--format", "json")
                        .json()
                        .get("firstBroken")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void give_a_head_to_keep_and_hold_it_against_the_trail() {
        JsonNode head = run("audit", "head", "--format", "json").json();
        String kept = head.get("number").asLong() + ":" + head.get("hash").asString();

        assertThat(run("audit", "head").out()).contains("    " + kept + "\n", "audit verify --head " + kept);
        assertThat(run("audit", "head", "--on", "2026-11-24").out()).contains(kept);
        assertThat(run("audit", "head", "--on", "2026-11-23").exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("audit", "verify", "--head", kept).exit()).isZero();
        assertThat(run("audit", "verify", "--head", "2:" + "0".repeat(64)).out())
                .startsWith("The head that you kept is not that of entry 2");
        assertThat(run("audit", "verify", "--head", "two").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void list_what_is_asked_for_and_say_how_to_go_on() {
        JsonNode of = run("audit", "list", "--state", "omn", "--format", "json").json();
        assertThat(of.valueStream().map(row -> row.get("number").asLong()).toList())
                .containsExactly(3L, 1L);
        assertThat(of.get(0).get("changes").asString()).isEqualTo("deposit: — → 2014-08-20");

        Run first = run("audit", "list", "--limit", "2", "--format", "csv");
        assertThat(first.out().lines()).hasSize(3);
        assertThat(first.err()).contains("--before 2");
        assertThat(run("audit", "list", "--subject", "treaty-action/UKR", "--from", "2026-11-24")
                        .out())
                .contains("as asked")
                .doesNotContain("again");
        assertThat(run("audit", "list", "--until", "2026-11-23", "--format", "json")
                        .json())
                .isEmpty();
        assertThat(run("audit", "list", "--subject", "UKR").exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run("audit", "list", "--state", "Ukraine").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void export_to_every_kind_of_file_without_a_formula_that_runs() throws IOException {
        for (String ending : List.of("csv", "xlsx", "jsonl")) {
            Path file = folder.resolve("audit." + ending);

            Run run = run("audit", "export", "--to", file.toString());

            assertThat(run.err()).contains("Entries written to " + file + ": 3.");
            assertThat(file).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("audit.csv"))).contains(",'=1+1,");
        assertThat(Files.readAllLines(folder.resolve("audit.jsonl"))).hasSize(3);
        assertThat(new JsonMapper()
                        .readTree(Files.readAllLines(folder.resolve("audit.jsonl"))
                                .getFirst())
                        .get("reason")
                        .asString())
                .isEqualTo("again");
        try (ZipFile xlsx = new ZipFile(folder.resolve("audit.xlsx").toFile())) {
            String sheet = new String(
                    xlsx.getInputStream(xlsx.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet).doesNotContain("<f>").contains("r=\"A4\"");
        }
        assertThat(run("audit", "export", "--to", folder.resolve("audit.doc").toString())
                        .exit())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void back_up_check_and_restore() throws IOException {
        Path file = folder.resolve("mineban.zip");
        Run made = run("backup", file.toString());
        assertThat(made.exit()).isZero();
        assertThat(made.out())
                .contains("It was read back and is whole.", "- The key file, on purpose.", "Content hash: ");
        String hash = run("backup", "--hash-only").out().strip();
        assertThat(made.out()).contains(hash);

        Path there = folder.resolve("there");
        assertThat(run(there, "restore", file.toString(), "--check").out()).contains("is whole");
        assertThat(there.resolve("mineban.db")).doesNotExist();
        Run restored = run(there, "restore", file.toString());
        assertThat(restored.out()).contains("the audit trail fits up to entry 4");
        assertThat(run(there, "backup", "--hash-only").out().strip()).isEqualTo(hash);
        assertThat(run(there, "audit", "verify").exit()).isZero();

        Run again = run(there, "restore", file.toString());
        assertThat(again.exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(again.err()).contains("never writes over anything");

        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
        Run cut = run(folder.resolve("elsewhere"), "restore", file.toString());
        assertThat(cut.exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(cut.err())
                .contains("is damaged: it was cut short or changed")
                .contains("Nothing was touched.");
        assertThat(folder.resolve("elsewhere")).doesNotExist();

        assertThat(run("backup").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void tell_what_is_wrong_and_what_to_do() throws IOException {
        clock = Clock.systemUTC();
        Run first = run("doctor");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out())
                .contains("WRONG  No backup was ever made of this database. Make one now", "of version")
                .contains("fine  The audit trail is whole");

        run("backup", folder.resolve("mineban.zip").toString());
        Run well = run("doctor", "--full");
        assertThat(well.exit()).as(well.out()).isZero();
        assertThat(well.out()).contains("mineban.zip, is 0 hours old and whole.");

        clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-25));
        Run early = run("doctor");
        assertThat(early.out())
                .containsPattern("clock shows .*, 1,(499|500) minutes before the last entry of the audit trail")
                .containsPattern("that of the disk are 1,(499|500) minutes apart");

        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
        assertThat(run("doctor").out()).containsPattern("is (719|720) hours old\\. Make one now");

        clock = Clock.systemUTC();
        Files.writeString(folder.resolve("mineban.zip"), "spoiled");
        assertThat(run("doctor").out()).contains("is not a backup of Mineban");

        spoil("update audit_entry set actor = 'nobody' where number = 2");
        Files.writeString(data.resolve("keys"), "secret");
        Files.setPosixFilePermissions(data.resolve("keys"), PosixFilePermissions.fromString("rw-r--r--"));
        JsonNode results = run("doctor", "--format", "json").json();
        assertThat(results.valueStream()
                        .filter(result -> result.get("level").asString().equals("wrong"))
                        .map(result -> result.get("check").asString()))
                .contains("trail-broken", "secret-open", "backup-unreadable");
    }

    @Test
    void go_on_looking_when_settings_or_database_cannot_be_read() throws IOException {
        Files.writeString(data.resolve("settings.properties"), "mial.host=mail.example\n");
        Run mistyped = run("doctor");
        assertThat(mistyped.exit()).isEqualTo(1);
        assertThat(mistyped.out()).contains("mial.host", "Java 25");

        Path nothing = folder.resolve("nothing");
        Run empty = run(nothing, "doctor");
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.out()).contains("There is no data folder", "cannot be opened");
        assertThat(nothing).doesNotExist();
    }
}
