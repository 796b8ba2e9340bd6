package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command line")
class CommandLineProgramTest {

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    @Nested
    @DisplayName("count")
    class Count {

        @Test
        void prints_the_fields_of_the_contract() {
            Run run = run("count", "--on", "2012-12-03", "--format", "json");

            assertThat(run.exit()).isZero();
            JsonNode json = run.json();
            assertThat(json.get("on").asString()).isEqualTo("2012-12-03");
            assertThat(json.get("partiesByDeposit").asInt()).isEqualTo(160);
            assertThat(json.get("inForce").isInt()).isTrue();
            assertThat(json.get("signatures").asInt()).isEqualTo(133);
            assertThat(json.get("signedNotBound").asInt()).isEqualTo(2);
            assertThat(json.get("notBound").asInt()).isEqualTo(35);
            assertThat(json.get("withdrawn").asInt()).isZero();
        }

        @Test
        void explains_each_number_with_its_states() {
            JsonNode explained = run("count", "--on", "2012-12-03", "--format", "json", "--explain")
                    .json()
                    .get("explained");

            assertThat(explained.get("signedNotBound").get(0).get("iso3").asString())
                    .isEqualTo("MHL");
            assertThat(explained.get("partiesByDeposit")).hasSize(160);
            assertThat(explained
                            .get("partiesByDeposit")
                            .get(0)
                            .get("why")
                            .get("row")
                            .get("file")
                            .asString())
                    .isEqualTo("parties/treaty-actions.csv");
        }

        @Test
        void is_of_today_when_no_day_is_given() {
            assertThat(run("count", "--format", "json").json().get("on").asString())
                    .isEqualTo("2026-11-24");
        }

        @Test
        void speaks_the_language_asked_for() {
            assertThat(run("count", "--on", "2012-12-03", "--lang", "fr").out()).contains("3 décembre 2012");
            assertThat(run("count", "--on", "2012-12-03", "--lang", "ru").out()).contains("3 декабря 2012 года");
        }
    }

    @Nested
    @DisplayName("status")
    class Status {

        @Test
        void of_one_state_has_the_fields_of_the_contract() {
            JsonNode row = run("status", "EST", "--on", "2025-12-26", "--format", "json")
                    .json()
                    .get(0);

            assertThat(row.get("iso3").asString()).isEqualTo("EST");
            assertThat(row.get("standing").asString()).isEqualTo("withdrawal-notified");
            assertThat(row.get("depositedOn").asString()).isEqualTo("2004-05-12");
            assertThat(row.get("entryIntoForce").asString()).isEqualTo("2004-11-01");
            assertThat(row.get("withdrawalEffective").asString()).isEqualTo("2025-12-27");
        }

        @Test
        void of_all_has_197_rows_in_csv() {
            assertThat(run("status", "--format", "csv").out().lines())
                    .hasSize(198)
                    .first()
                    .asString()
                    .startsWith("iso3,standing,depositedOn,entryIntoForce,withdrawalEffective");
        }

        @Test
        void leaves_empty_what_does_not_exist() {
            JsonNode row = run("status", "USA", "--format", "json").json().get(0);

            assertThat(row.get("depositedOn").isNull()).isTrue();
            assertThat(row.get("entryIntoForce").isNull()).isTrue();
        }
    }

    @Nested
    @DisplayName("deadlines")
    class Deadlines {

        @Test
        void have_the_fields_of_the_contract() {
            JsonNode rows = run("deadlines", "OMN", "--on", "2015-08-01", "--format", "json")
                    .json();

            JsonNode initial = rows.valueStream()
                    .filter(row -> row.get("duty").asString().equals("initial-report"))
                    .findFirst()
                    .orElseThrow();
            assertThat(initial.get("article").asString()).isEqualTo("7(1)");
            assertThat(initial.get("due").asString()).isEqualTo("2015-07-31");
            assertThat(initial.get("state").asString()).isEqualTo("passed-without-record");
            assertThat(initial.get("daysLate").asInt()).isEqualTo(1);
        }

        @Test
        void give_reasons_when_asked() {
            JsonNode row = run("deadlines", "OMN", "--on", "2015-08-01", "--format", "json", "--why")
                    .json()
                    .get(0);

            assertThat(row.get("whyDue").get("provision").asString()).isEqualTo("4");
            assertThat(row.get("whyDue").get("because").get(0).get("provision").asString())
                    .isEqualTo("17(2)");
        }

        @Test
        void are_a_calendar_of_all_day_events() {
            String calendar = calendar("en");

            assertThat(calendar)
                    .startsWith("BEGIN:VCALENDAR\r\n")
                    .contains("VERSION:2.0\r\n")
                    .contains("DTSTART;VALUE=DATE:20150731\r\n")
                    .contains("UID:OMN-initial-report@mineban.org\r\n")
                    .endsWith("END:VCALENDAR\r\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ar", "en", "es", "fr", "ru", "zh"})
        void in_a_calendar_fold_at_75_octets(String language) {
            assertThat(calendar(language).lines())
                    .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(75)); // RFC 5545, 3.1
        }

        private static String calendar(String language) {
            return run("deadlines", "OMN", "--on", "2015-03-01", "--format", "ics", "--lang", language)
                    .out();
        }
    }

    @Nested
    @DisplayName("why and what-if")
    class Reasons {

        @Test
        void why_goes_down_to_the_row() {
            assertThat(run("why", "OMN", "initial-report", "--on", "2015-03-01").out())
                    .contains("31 July 2015")
                    .contains("Article 7, paragraph 1")
                    .contains("Article 17, paragraph 2")
                    .contains("parties/treaty-actions.csv:");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "initial-report, 31 July 2015",
            "initialReport, 31 July 2015",
            "7(1), 31 July 2015",
            "7.1, 31 July 2015",
            "17, 1 February 2015",
            "entryIntoForce, 1 February 2015",
            "4, 1 February 2019",
            "5, 1 February 2025"
        })
        void why_takes_a_figure_by_its_name_or_its_article(String figure, String value) {
            assertThat(run("why", "OMN", figure, "--on", "2015-03-01").out()).startsWith("  " + value);
        }

        @Test
        void why_of_a_count_names_its_states() {
            assertThat(run("why", "count", "signedNotBound", "--on", "2012-12-03")
                            .out())
                    .contains("Marshall Islands")
                    .contains("Poland");
        }

        @Test
        void what_if_gives_the_days() {
            JsonNode json = run("what-if", "GEO", "--deposit", "2027-03-15", "--format", "json")
                    .json();

            assertThat(json.get("entryIntoForce").asString()).isEqualTo("2027-09-01");
            assertThat(json.get("initialReport").asString()).isEqualTo("2028-02-28");
            assertThat(json.get("stockpileDestruction").asString()).isEqualTo("2031-09-01");
            assertThat(json.get("clearance").asString()).isEqualTo("2037-09-01");
        }
    }

    @Nested
    @DisplayName("search")
    class Search {

        @Test
        void finds_and_gives_json() {
            Run run = run("search", "Ukriane", "--format", "json");

            assertThat(run.exit()).isZero();
            assertThat(run.json().get("corrected").asString()).isEqualTo("Ukraine");
            JsonNode first = run.json().get("results").get(0);
            assertThat(first.get("kind").asString()).isEqualTo("state");
            assertThat(first.get("iso3").asString()).isEqualTo("UKR");
            assertThat(first.get("address").asString()).isEqualTo("/en/states/UKR");
            assertThat(run.err()).contains("Ukriane").contains("Ukraine");
        }

        @Test
        void says_on_standard_error_when_there_is_nothing() {
            Run run = run("search", "zzzzqqqq");

            assertThat(run.exit()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("zzzzqqqq");
        }

        @Test
        void keeps_to_kind_state_and_year() {
            Run run = run("search", "--kind", "treaty-action", "--state", "UKR", "--year", "2005", "--lang", "fr");

            assertThat(run.out()).contains("Ratification").contains("/fr/states/UKR#timeline");
        }
    }

    @Nested
    @DisplayName("resolution read")
    class ResolutionRead {

        @Test
        void of_the_seed_gives_the_values_of_its_text() {
            Path seed = Path.of("../shared/facts/resolutions/A-RES-67-32.fr.txt");
            assumeTrue(Files.exists(seed), "The text of A/RES/67/32 is not beside this checkout.");

            JsonNode json = run("resolution", "read", seed.toString()).json();

            assertThat(json.get("symbol").asString()).isEqualTo("A/RES/67/32");
            assertThat(json.get("session").asInt()).isEqualTo(67);
            assertThat(json.get("agendaItem").asString()).isEqualTo("94");
            assertThat(json.get("adoptedOn").asString()).isEqualTo("2012-12-03");
            assertThat(json.get("committeeReport").asString()).isEqualTo("A/67/409");
            assertThat(json.get("preambular")).hasSize(10);
            assertThat(json.get("operative")).hasSize(10);
        }

        @Test
        void of_an_empty_file_cannot_be_done_and_says_so(@TempDir Path folder) throws IOException {
            Path empty = Files.createFile(folder.resolve("empty.txt"));

            Run run = run("resolution", "read", empty.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("empty.txt").doesNotContain("Exception");
        }

        @Test
        void of_noise_and_of_nothing_cannot_be_done_either(@TempDir Path folder) throws IOException {
            byte[] noise = new byte[4096];
            new java.util.Random(1).nextBytes(noise);
            Path file = Files.write(folder.resolve("noise.bin"), noise);

            assertThat(run("resolution", "read", file.toString()).exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
            assertThat(run("resolution", "read", folder.resolve("none.txt").toString())
                            .exit())
                    .isEqualTo(ExitCode.CANNOT_BE_DONE);
        }

        @Test
        void of_200_megabytes_is_refused_without_reading_them(@TempDir Path folder) throws IOException {
            Path large = folder.resolve("large.txt");
            try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(200L * 1024 * 1024); // a hole in the file system, not 200 megabytes on the disk
            }

            Run run = run("resolution", "read", large.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_BE_DONE);
            assertThat(run.err()).contains("209,715,200");
        }
    }

    @Nested
    @DisplayName("Wrong usage")
    class WrongUsage {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "count --on 2013-02-30 | 2013-02-30",
                    "count --on 03/04/2012 | 03/04/2012",
                    "count --on 1996-12-31 | 1996-12-31",
                    "count --on 2101-01-01 | 2101-01-01",
                    "count --format yaml | yaml",
                    "count --lang xx | xx",
                    "count --nonsense | --nonsense",
                    "status ZZZ | ZZZ",
                    "status UKX | UKR",
                    "why UKR happiness | clearance",
                    "why UKR annual-report | annual-report 2024",
                    "why UKR annual-report 20x4 | 20x4",
                    "why count happiness | partiesByDeposit",
                    "why USA clearance | USA",
                    "what-if UKR --deposit 2027-01-01 | UKR",
                    "what-if USA --deposit 1997-12-02 | 1997-12-02",
                    "what-if USA | --deposit",
                    "search mines --kind happiness | treaty-action",
                    "search mines --page 0 | --page",
                    "search mines --state ZZZ | ZZZ",
                    "frobnicate | frobnicate"
                })
        void exits_with_2_and_says_what_to_do(String line, String mentioned) {
            Run run = run(line.split(" ", -1));

            assertThat(run.exit()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(mentioned).doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "count", "status", "deadlines", "what-if", "why", "serve", "resolution read"})
    void help_starts_with_an_example_and_fits_a_screen(String command) {
        for (String language : new String[] {"en", "fr", "ar"}) {
            String line = (command + " --lang " + language + " --help").strip();
            Run run = run(line.split(" ", -1));

            assertThat(run.exit()).isZero();
            assertThat(run.out().lines().findFirst().orElseThrow()).contains("mineban");
            long most = command.isEmpty() ? 40 : 25; // the program itself lists its commands
            assertThat(run.out().lines().count()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void an_unknown_state_is_answered_with_the_nearest_in_the_language_asked_for() {
        assertThat(run("status", "MEY", "--lang", "fr").err()).contains("MEX (Mexique)");
        assertThat(run("status", "UKX", "--lang", "en").err()).contains("UKR (Ukraine)");
    }

    @Test
    void version_is_told() {
        assertThat(run("--version").out()).startsWith("mineban ");
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
        int exit = new CommandLineProgram(clock, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
