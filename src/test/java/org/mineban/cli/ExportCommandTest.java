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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.mail.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command export")
class ExportCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.toString(), "--lang", "en"))
                .toArray(String[]::new);
        return new CommandLineProgram(new TestClock("2026-11-24T09:00:00Z"), new PrintWriter(out), new PrintWriter(err))
                .run(all);
    }

    private JsonNode bring(Path file) {
        assertThat(run("import", "hazards", file.toString(), "--state", "XAB", "--format", "json"))
                .as(err.toString())
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "gpkg", "fgb", "csv"})
    void writes_a_file_that_can_be_brought_in_again(String ending) throws Exception {
        assertThat(run("import", "example", "--state", "XAA")).isZero();
        Path file = folder.resolve("areas." + ending);
        assertThat(run("export", "hazards", "--state", "XAA", "--to", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains(" records written to ");

        JsonNode first = bring(file);
        long records = first.get("rows").asLong();
        assertThat(records).isGreaterThan(60);
        assertThat(first.get("new").asLong()).as(first.toString()).isEqualTo(records);
        JsonNode again = bring(file);
        assertThat(again.get("unchanged").asLong()).isEqualTo(records);
        assertThat(again.get("new").asLong() + again.get("changed").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "kml", "zip"})
    void writes_the_other_formats(String ending) throws Exception {
        assertThat(run("import", "example", "--state", "XAA")).isZero();
        Path file = folder.resolve("areas." + ending);
        assertThat(run("export", "hazards", "--state", "XAA", "--to", file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void says_which_formats_there_are() {
        assertThat(run(
                        "export",
                        "hazards",
                        "--state",
                        "XAA",
                        "--to",
                        folder.resolve("a.doc").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("geojson");
        assertThat(run(
                        "export",
                        "coffee",
                        "--state",
                        "XAA",
                        "--to",
                        folder.resolve("a.csv").toString()))
                .isEqualTo(2);
    }
}
