package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FieldReader;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportJson;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Xaa;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("report")
class ReportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path earlier;
    private Path later;

    @BeforeEach
    void write_reports() throws IOException {
        earlier = write("earlier.json", Xaa.report(2011));
        later = write("later.json", Xaa.report(2012));
    }

    private Path write(String name, Report report) throws IOException {
        Report ofThailand = report.with(
                FieldPath.of("env.state"),
                FieldReader.read(
                        Xaa.DICTIONARY.find(FieldPath.of("env.state")).orElseThrow(), "THA", Language.ENGLISH, false));
        return Files.writeString(folder.resolve(name), ReportJson.write(ofThailand));
    }

    @Test
    void check_names_rule_place_values_message_and_next_step_in_the_asked_language() {
        assertThat(run("check", later.toString(), "--previous", earlier.toString(), "--format", "json", "--lang", "fr"))
                .isEqualTo(ExitCode.FINDINGS);

        JsonNode findings = JsonMapper.builder().build().readTree(out.toString());
        JsonNode stock = find(findings, "B-04");
        assertThat(stock.path("severity").asString()).isEqualTo("error");
        assertThat(stock.path("place").asString()).isEqualTo("b.total");
        assertThat(stock.path("values").asString()).isEqualTo("total=2750");
        assertThat(stock.path("message").asString()).startsWith("La destruction est achevée");
        assertThat(stock.path("next").asString()).startsWith("Placez ces mines");
        assertThat(err.toString()).contains("X-09").contains("aucun registre");
    }

    @Test
    void check_ends_with_0_when_nothing_weighs_as_much_as_was_asked() {
        assertThat(run("check", later.toString(), "--previous", earlier.toString(), "--level", "blocker"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("check", later.toString(), "--level", "fatal")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("fatal", "blocker");
    }

    @Test
    void check_writes_a_table_that_scripts_can_read() {
        run("check", later.toString(), "--previous", earlier.toString(), "--format", "csv");

        assertThat(out.toString()).contains("rule,severity,place,values,message,next,blocks,source");
    }

    @Test
    void check_says_where_a_file_cannot_be_read() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.json"), "{\"format\": \"mineban-report-1\", \"marks\": {\"stocks\": {}}}");

        assertThat(run("check", broken.toString())).isEqualTo(ExitCode.CANNOT_BE_DONE);
        assertThat(err.toString()).contains("stocks", "stockpiles");
        assertThat(run("check", folder.resolve("none.json").toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains("none.json");
    }

    @Test
    void diff_tells_each_field_and_which_sums_carry_over() {
        assertThat(run("diff", earlier.toString(), later.toString(), "--format", "csv"))
                .isEqualTo(ExitCode.FINDINGS);

        assertThat(out.toString())
                .contains("kind,place,about,before,after,change")
                .containsPattern("changed,b.total,\"?\"?,4000,2750,-1250");
        assertThat(err.toString()).contains("Mined areas: closing 3,591,000, opening 3,591,000.");
        assertThat(run("diff", later.toString(), later.toString())).isEqualTo(ExitCode.DONE);
        assertThat(err.toString()).contains("The two reports say the same.");
    }

    @Test
    void diff_compares_language_versions_by_their_numbers() throws IOException {
        Report french = Xaa.report(2012)
                .with(Subject.CONVERSION, new Mark.Nil(Map.of(Language.FRENCH, "Néant.")))
                .with(FieldPath.of("d.total"), Entry.of(Figure.of(511)));
        Path version = write("french.json", french);

        assertThat(run("diff", later.toString(), version.toString(), "--numbers", "--format", "csv"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString()).containsPattern("changed,d.total,\"?\"?,510,511,1");
    }

    private static JsonNode find(JsonNode findings, String rule) {
        for (JsonNode finding : findings) {
            if (finding.path("rule").asString().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError("No finding of " + rule + " in " + findings);
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("--data", folder.resolve("data").toString(), "report"),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--lang", "en")
                                        .filter(word ->
                                                !Stream.of(arguments).toList().contains("--lang"))))
                .toArray(String[]::new);
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return new CommandLineProgram(clock, new PrintWriter(out, true), new PrintWriter(err, true)).run(all);
    }

    @Test
    void is_read_as_utf_8() throws IOException {
        assertThat(new String(Files.readAllBytes(later), StandardCharsets.UTF_8))
                .endsWith("}\n");
    }
}
