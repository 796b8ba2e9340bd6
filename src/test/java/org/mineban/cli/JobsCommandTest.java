package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.mail.TestClock;

@DisplayName("The command jobs")
class JobsCommandTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.toString(), "--lang", "en"))
                .toArray(String[]::new);
        return new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err)).run(all);
    }

    @Test
    void lists_runs_and_tells_what_was_done() {
        assertThat(run("jobs", "list", "--format", "csv")).isZero();
        assertThat(out.toString())
                .startsWith("job,next,late,lastStarted,lastOutcome")
                .contains("send-mail,", "send-reminders,", "audit-head,", "tidy-up,");

        assertThat(run("jobs", "run", "audit-head")).isZero();
        assertThat(err.toString()).contains("Entry 0 kept; mailed to administrators: 0");

        assertThat(run("jobs", "history", "--job", "audit-head", "--format", "json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"outcome\" : \"done\"", "\"askedBy\" : \"program:jobs-run\"", "2026-11-24T09:00:00Z");
        assertThat(run("jobs", "list", "--format", "csv")).isZero();
        assertThat(out.toString()).contains("audit-head,2026-11-25T00:10:00Z,false,2026-11-24T09:00:00Z,done");
    }

    @Test
    void names_the_jobs_when_one_is_asked_for_that_is_none() {
        assertThat(run("jobs", "run", "make-coffee")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no job “make-coffee”. The jobs are: send-mail,");
    }

    @Test
    void backs_up_into_the_folder_that_is_set_and_the_doctor_tells_when_that_fails() throws Exception {
        Path backups = folder.resolve("backups");
        Files.writeString(folder.resolve("settings.properties"), "backup.folder=" + backups + "\n");
        assertThat(run("jobs", "run", "backup")).as(err.toString()).isZero();
        assertThat(err.toString()).contains("backups kept: 1, taken away: 0");
        try (Stream<Path> made = Files.list(backups)) {
            assertThat(made).hasSize(1);
        }

        Files.writeString(
                folder.resolve("settings.properties"), "backup.folder=" + folder.resolve("mineban.db") + "\n");
        assertThat(run("jobs", "run", "backup")).isEqualTo(3);
        assertThat(run("jobs", "list")).as("a failed job is a finding").isEqualTo(1);
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(out.toString())
                .contains("WRONG  The job backup failed at 2026-11-24T09:00:00Z")
                .contains("No mail server is set.");
    }
}
