package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.mail.TestClock;

@DisplayName("The command user")
class UserCommandTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock("2026-11-24T09:00:00Z");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
        return new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err)).run(all);
    }

    @Test
    void disables_an_account_with_a_reason_and_enables_it_again() {
        for (String name : new String[] {"anna", "bo"}) {
            assertThat(run("user", "add", name + "@example.org", "--name", name, "--role", "administrator"))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(run("user", "disable", "bo@example.org", "--reason", "left the ministry"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("bo@example.org");
        assertThat(run("audit", "list", "--format", "csv")).isZero();
        assertThat(out.toString()).contains("program:user-disable").contains("left the ministry");

        assertThat(run("user", "disable", "anna@example.org")).isNotZero();
        assertThat(err.toString()).as("the last administrator stays").isNotBlank();

        assertThat(run("user", "enable", "bo@example.org", "--reason", "is back"))
                .isZero();
        assertThat(run("audit", "list", "--format", "csv")).isZero();
        assertThat(out.toString()).contains("program:user-enable").contains("is back");
        assertThat(run("user", "enable", "nobody@example.org")).isNotZero();
    }
}
