package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.mail.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command register check")
class RegisterCheckCommandTest {

    /** are the same point and evidence; A-3 is confirmed by hearsay only; A-4 lies in Mongolia, its coordinates swapped from a place at 15 E. */
    private static final String AREAS = """
            code,class,status,contamination,evidence,latitude,longitude,discovered_on
            A-1,SHA,OPEN,AP_MINE,VERBAL,45.1234,15.1234,2019-05-03
            A-2,SHA,OPEN,AP_MINE,VERBAL,45.1234,15.1234,2019-05-04
            A-3,CHA,OPEN,AP_MINE,VERBAL,45.2345,15.2345,2019-05-03
            A-4,SHA,OPEN,AP_MINE,VERBAL,15.3456,45.3456,2019-05-03
            """;

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

    private void areas() throws IOException {
        Path file = folder.resolve("areas.csv");
        Files.writeString(file, AREAS);
        assertThat(run("import", "hazards", file.toString(), "--state", "XAA"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void tells_what_blocks_what_to_do_and_what_was_not_checked() throws IOException {
        areas();

        assertThat(run("register", "check", "XAA", "--box", "10,40,20,50", "--format", "json"))
                .as(err.toString())
                .isEqualTo(1);

        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.get("records").asLong()).isEqualTo(4);
        List<String> found = new ArrayList<>();
        answer.get("findings")
                .forEach(one -> found.add(
                        one.get("check").asString() + " " + one.get("severity").asString() + " "
                                + one.get("record").asString()));
        assertThat(found).contains("V-15 blocks A-2", "V-23 blocks A-3", "V-08 blocks A-4");
        assertThat(answer.get("findings").toString())
                .contains("With latitude and longitude swapped it would lie inside, at")
                .contains("Add the direct evidence, or change the class.");
        assertThat(answer.get("notChecked").toString())
                .contains("\"check\":\"V-40\",\"reason\":\"with-files\"")
                .contains("\"check\":\"V-27\",\"reason\":\"no-setting\"");
        assertThat(err.toString()).contains("Records looked at: 4.");
    }

    @Test
    void writes_a_table_with_what_was_not_checked_as_rows_of_its_own() throws IOException {
        areas();

        run("register", "check", "XAA", "--format", "csv");

        assertThat(out.toString())
                .startsWith("check,severity,kind,record,field,finding,next")
                .contains("V-23,blocks,hazard,A-3,evidence,The area is confirmed without direct evidence.")
                .contains("V-08,not-checked,");
    }

    @Test
    void has_nothing_to_say_of_an_empty_register_and_refuses_what_is_no_box() {
        assertThat(run("register", "check", "XAA")).isZero();
        assertThat(err.toString()).contains("Records looked at: 0.");
        assertThat(run("register", "check", "XAA", "--box", "10,40,5,50")).isEqualTo(2);
        assertThat(err.toString()).contains("10,40,5,50 is no box");
    }
}
