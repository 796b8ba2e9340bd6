package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.exchange.SharedData;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.operations.RegisterFigures;
import org.mineban.reporting.FigureSource;
import org.mineban.rollup.RegisterAsSource;
import org.mineban.rollup.RollUp;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command rollup")
class RollupCommandTest {

    /** Opening: ten areas of 1,000,000 m² together. H-10 is voided as a duplicate, H-8 and H-9 are closed in full, H-11 and H-12 are new, H-1 is measured anew. */
    private static final String BEFORE = """
            code,class,status,contamination,area_stated_m2,discovered_on,valid_from
            H-1,CHA,OPEN,AP_MINE,200000,2005-01-01,2005-01-01
            H-2,CHA,OPEN,AP_MINE,150000,2005-01-01,2005-01-01
            H-3,SHA,OPEN,AP_MINE,150000,2005-01-01,2005-01-01
            H-4,SHA,OPEN,AP_MINE,100000,2005-01-01,2005-01-01
            H-5,SHA,OPEN,AP_MINE,80000,2005-01-01,2005-01-01
            H-6,SHA,OPEN,AP_MINE,80000,2005-01-01,2005-01-01
            H-7,CHA,OPEN,AP_MINE UXO,90000,2005-01-01,2005-01-01
            H-8,SHA,OPEN,AP_MINE,60000,2005-01-01,2005-01-01
            H-9,CHA,OPEN,AP_MINE,60000,2005-01-01,2005-01-01
            H-10,SHA,OPEN,AP_MINE,30000,2005-01-01,2005-01-01
            H-20,SHA,OPEN,UXO,999999,2005-01-01,2005-01-01
            """;

    private static final String DURING = """
            code,class,status,contamination,area_stated_m2,discovered_on,valid_from
            H-1,CHA,OPEN,AP_MINE,220000,2005-01-01,2010-03-01
            H-8,SHA,CLOSED_CANCELLED,AP_MINE,60000,2005-01-01,2010-06-01
            H-9,CHA,CLOSED_RELEASED,AP_MINE,60000,2005-01-01,2010-07-01
            H-10,SHA,VOID,AP_MINE,30000,2005-01-01,2010-08-01
            H-11,SHA,OPEN,AP_MINE,100000,2010-02-01,2010-02-01
            H-12,CHA,OPEN,AP_MINE,50000,2010-09-01,2010-09-01
            """;

    /** Cancelled 60,000 + 30,000, reduced 200,000, cleared 60,000: worked by hand from section 7 of the specification. */
    private static final String RELEASED = """
            code,release,hazard,area_stated_m2,depth_cm,released_on
            P-1,CANCELLED,H-8,60000,,2010-06-01
            P-2,CANCELLED,H-3,30000,,2010-05-01
            P-3,REDUCED,H-2,120000,,2010-05-01
            P-4,REDUCED,H-4,80000,,2010-10-01
            P-5,CLEARED,H-9,60000,20,2010-07-01
            """;

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

    private void bring(String kind, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        assertThat(run("import", kind, file.toString(), "--state", "XAA"))
                .as(err.toString())
                .isZero();
    }

    private JsonNode rollup(String... arguments) {
        assertThat(run(Stream.concat(
                                Stream.of("rollup"),
                                Stream.concat(Arrays.stream(arguments), Stream.of("--format", "json")))
                        .toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private static BigDecimal value(JsonNode rollup, String figure, String unit) {
        for (JsonNode one : rollup.get("figures")) {
            String admin = one.get("group").has("admin1")
                    ? one.get("group").get("admin1").asString()
                    : "";
            if (one.get("figure").asString().equals(figure) && admin.equals(unit)) {
                return one.get("value").isNull() ? null : one.get("value").decimalValue();
            }
        }
        throw new AssertionError("No figure " + figure + " " + unit);
    }

    @Test
    void closes_the_worked_balance_to_the_square_metre() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        bring("hazards", "during.csv", DURING);
        bring("clearance", "released.csv", RELEASED);

        JsonNode year = rollup("XAA", "2010", "--records");
        assertThat(value(year, "opening", "")).isEqualByComparingTo("1000000");
        assertThat(value(year, "opening-areas", "")).isEqualByComparingTo("10");
        assertThat(value(year, "newly-identified", "")).isEqualByComparingTo("150000");
        assertThat(value(year, "resurvey-increase", "")).isEqualByComparingTo("20000");
        assertThat(value(year, "cancelled", "")).isEqualByComparingTo("90000");
        assertThat(value(year, "reduced", "")).isEqualByComparingTo("200000");
        assertThat(value(year, "cleared", "")).isEqualByComparingTo("60000");
        assertThat(value(year, "voided", "")).isEqualByComparingTo("30000");
        assertThat(value(year, "resurvey-decrease", "")).isEqualByComparingTo("0");
        assertThat(value(year, "unexplained", "")).isEqualByComparingTo("0");
        assertThat(value(year, "closing", "")).isEqualByComparingTo("790000");
        assertThat(value(year, "closing-areas", "")).isEqualByComparingTo("9");
        assertThat(value(year, "confirmed-square-metres", "").add(value(year, "suspected-square-metres", "")))
                .isEqualByComparingTo("790000");
        assertThat(year.toString()).contains("{\"kind\":\"hazard\",\"code\":\"H-10\"");

        JsonNode next = rollup("XAA", "2011");
        assertThat(value(next, "opening", "")).isEqualByComparingTo("790000");
        assertThat(value(next, "closing", "")).isEqualByComparingTo("790000");
    }

    @Test
    void shows_what_no_record_explains() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        bring("hazards", "during.csv", DURING);

        JsonNode year = rollup("XAA", "2010");
        // H-8 and H-9 were closed, and nothing says that their 120,000 m² were released.
        assertThat(value(year, "unexplained", "")).isEqualByComparingTo("-120000");
        assertThat(value(year, "cleared", ""))
                .as("no product is known: not zero")
                .isNull();
        assertThat(value(year, "mines-in-areas", "")).isNull();
    }

    @Test
    void gives_older_tables_beside_the_records_by_department() {
        assertThat(run(
                        "import",
                        "clearance",
                        SharedData.file("colombia-clearance-2005-2014.csv").toString(),
                        "--state",
                        "COL"))
                .isZero();

        // The README of that data: 2013 has 57 rows, 468,038 m², 130 anti-personnel mines, 30 improvised, 10 UXO.
        JsonNode year = rollup("COL", "2013");
        assertThat(value(year, "older-totals-cleared", "")).isEqualByComparingTo("468038");
        assertThat(value(year, "older-totals-mines", "")).isEqualByComparingTo("130");
        assertThat(value(year, "older-totals-improvised", "")).isEqualByComparingTo("30");
        assertThat(value(year, "older-totals-uxo", "")).isEqualByComparingTo("10");
        assertThat(value(year, "older-totals-cleared", "ANTIOQUIA")).isEqualByComparingTo("193394");
        assertThat(value(year, "older-totals-mines", "ANTIOQUIA")).isEqualByComparingTo("54");
        assertThat(value(year, "older-totals-cleared", "CALDAS")).isEqualByComparingTo("95104");
        assertThat(value(year, "older-totals-mines", "CALDAS")).isEqualByComparingTo("42");
        assertThat(value(year, "older-totals-cleared", "BOLIVAR")).isEqualByComparingTo("90200");
        assertThat(value(year, "older-totals-mines", "BOLIVAR")).isEqualByComparingTo("6");
        assertThat(value(year, "older-totals-cleared", "SANTANDER")).isEqualByComparingTo("89340");
        assertThat(value(year, "older-totals-mines", "SANTANDER")).isEqualByComparingTo("28");
        assertThat(value(year, "cleared", "")).isNull();
        JsonNode all = rollup("COL", "2005-2014");
        assertThat(value(all, "older-totals-cleared", "")).isEqualByComparingTo("2170631.03");
        assertThat(value(all, "older-totals-mines", "")).isEqualByComparingTo("3871");
        assertThat(value(all, "older-totals-improvised", "")).isEqualByComparingTo("641");
        assertThat(value(all, "older-totals-uxo", "")).isEqualByComparingTo("494");
    }

    @Test
    void closes_each_of_ten_years_of_the_fictitious_programme() {
        assertThat(run("import", "example", "--state", "XAA"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("The fictitious programme is in the register of XAA:");
        assertThat(run("import", "example", "--state", "XAA")).isZero();
        assertThat(out.toString()).contains("is in the register of XAA already");
        assertThat(run("import", "example", "--state", "COL")).isEqualTo(2);

        BigDecimal closed = null;
        BigDecimal cleared = BigDecimal.ZERO;
        for (int y = 2015; y <= 2024; y++) {
            JsonNode year = rollup("XAA", Integer.toString(y));
            BigDecimal opening = value(year, "opening", "");
            assertThat(value(year, "unexplained", "")).as("unexplained in " + y).isEqualByComparingTo("0");
            BigDecimal sum = opening.add(value(year, "newly-identified", ""))
                    .add(value(year, "resurvey-increase", ""))
                    .add(value(year, "reclassified-in", ""))
                    .subtract(value(year, "cancelled", ""))
                    .subtract(value(year, "reduced", ""))
                    .subtract(value(year, "cleared", ""))
                    .subtract(value(year, "resurvey-decrease", ""))
                    .subtract(value(year, "reclassified-out", ""))
                    .subtract(value(year, "voided", ""));
            assertThat(sum).as("the balance of " + y).isEqualByComparingTo(value(year, "closing", ""));
            assertThat(value(year, "confirmed-square-metres", "").add(value(year, "suspected-square-metres", "")))
                    .as("C1 and C2 of " + y)
                    .isEqualByComparingTo(value(year, "closing", ""));
            if (closed != null) {
                assertThat(opening).as("the opening of " + y).isEqualByComparingTo(closed);
            }
            closed = value(year, "closing", "");
            cleared = cleared.add(value(year, "cleared", ""));
            assertThat(value(year, "retained-closing", ""))
                    .isEqualByComparingTo(BigDecimal.valueOf(92L - 8L * (y - 2015)));
            assertThat(value(year, "sessions", "")).isEqualByComparingTo("12");
        }
        assertThat(value(rollup("XAA", "2015-2024"), "cleared", "")).isEqualByComparingTo(cleared);
    }

    /** By hand: H-1 220,000, H-2 150,000 less 120,000, H-7 and H-12 are confirmed; H-3 and H-4 less what was released, H-5, H-6, H-11 are suspected. */
    @Test
    void gives_a_report_the_figures_that_have_a_field_there() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        bring("hazards", "during.csv", DURING);
        bring("clearance", "released.csv", RELEASED);

        Map<String, BigDecimal> figures = new TreeMap<>();
        try (Database database = Database.open(DatabaseAddress.in(folder), new TestClock("2026-11-24T09:00:00Z"))) {
            List<FigureSource.Sourced> sourced = new RegisterAsSource(
                            new RollUp(new RegisterFigures(database)), "the register")
                    .figures(new StateCode("XAA"), LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31));
            sourced.forEach(one -> figures.put(
                    one.place().text(),
                    one.figure().value().known().orElseThrow().stripTrailingZeros()));
            assertThat(sourced)
                    .filteredOn(one -> one.place().text().equals("c.total.CHA.areaM2"))
                    .first()
                    .satisfies(
                            one -> assertThat(one.figure().reason().toString()).contains("H-12"));
        }

        assertThat(figures)
                .containsEntry("c.total.CHA.count", new BigDecimal("4"))
                .containsEntry("c.total.CHA.areaM2", new BigDecimal("390000").stripTrailingZeros())
                .containsEntry("c.total.SHA.count", new BigDecimal("5"))
                .containsEntry("c.total.SHA.areaM2", new BigDecimal("400000").stripTrailingZeros())
                .containsEntry("c.released.cancelledM2", new BigDecimal("90000").stripTrailingZeros())
                .containsEntry("c.released.reducedM2", new BigDecimal("200000").stripTrailingZeros())
                .containsEntry("c.released.clearedM2", new BigDecimal("60000").stripTrailingZeros())
                .containsEntry("c.opening.areaM2", new BigDecimal("1000000").stripTrailingZeros())
                .doesNotContainKeys("d.total", "g.total.area", "b.total");
    }

    /** A square of about 111 by 108 m; its west half is cleared in 2010, the middle half (a quarter of it again) in 2011. */
    @Test
    void counts_land_once_that_two_products_release() throws IOException {
        bring(
                "hazards",
                "area.geojson",
                square(
                        "103.000",
                        "103.001",
                        "\"code\":\"H-1\",\"class\":\"CHA\",\"status\":\"OPEN\","
                                + "\"contamination\":\"AP_MINE\",\"discovered_on\":\"2005-01-01\",\"valid_from\":\"2005-01-01\""));
        bring("clearance", "one.geojson", square("103.000", "103.0005", product("P-1", "2010-05-01")));
        bring("clearance", "two.geojson", square("103.00025", "103.00075", product("P-2", "2011-05-01")));

        JsonNode first = rollup("XAA", "2010");
        JsonNode second = rollup("XAA", "2011");
        BigDecimal whole = value(first, "opening", "");
        assertThat(value(first, "cleared", "").doubleValue()).isCloseTo(whole.doubleValue() / 2, within(1.0));
        assertThat(value(second, "cleared", "").doubleValue())
                .as("half of the second product is new")
                .isCloseTo(whole.doubleValue() / 4, within(1.0));
        assertThat(value(second, "released-twice", "").doubleValue()).isCloseTo(whole.doubleValue() / 4, within(1.0));
        assertThat(value(second, "closing", "").doubleValue()).isCloseTo(whole.doubleValue() / 4, within(2.0));
        assertThat(value(second, "unexplained", "")).isEqualByComparingTo("0");
        assertThat(value(rollup("XAA", "2010-2011"), "unexplained", "")).isEqualByComparingTo("0");
    }

    private static String product(String code, String day) {
        return "\"code\":\"" + code + "\",\"release\":\"CLEARED\",\"hazard\":\"H-1\",\"depth_cm\":20,\"released_on\":\""
                + day + "\"";
    }

    private static String square(String west, String east, String properties) {
        return """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{%3$s},"geometry":{"type":"Polygon",
                "coordinates":[[[%1$s,13.0],[%2$s,13.0],[%2$s,13.001],[%1$s,13.001],[%1$s,13.0]]]}}]}""".formatted(west, east, properties);
    }

    /** H-3 (150,000) gives 50,000 to a new H-30; H-5 and H-6 (80,000 each) become one H-5 of 170,000, of which 10,000 are a new measurement. */
    @Test
    void tells_land_that_moved_between_areas_from_land_that_was_found() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        bring("hazards", "moved.csv", """
                code,class,status,contamination,area_stated_m2,discovered_on,valid_from,split_from,merged_into
                H-3,SHA,OPEN,AP_MINE,100000,2005-01-01,2010-03-01,,
                H-30,SHA,OPEN,AP_MINE,50000,2005-01-01,2010-03-01,H-3,
                H-5,SHA,OPEN,AP_MINE,170000,2005-01-01,2010-04-01,,
                H-6,SHA,MERGED,AP_MINE,80000,2005-01-01,2010-04-01,,H-5
                H-4,CHA,OPEN,AP_MINE,100000,2005-01-01,2010-05-01,,
                """);

        JsonNode year = rollup("XAA", "2010", "--records");
        assertThat(value(year, "restructured", "")).isEqualByComparingTo("0");
        assertThat(year.toString())
                .contains("{\"kind\":\"hazard\",\"code\":\"H-30\"")
                .contains("{\"kind\":\"hazard\",\"code\":\"H-6\"");
        assertThat(value(year, "newly-identified", "")).isEqualByComparingTo("0");
        assertThat(value(year, "voided", "")).isEqualByComparingTo("0");
        assertThat(value(year, "resurvey-increase", "")).isEqualByComparingTo("10000");
        assertThat(value(year, "resurvey-decrease", "")).isEqualByComparingTo("0");
        assertThat(value(year, "unexplained", "")).isEqualByComparingTo("0");
        assertThat(value(year, "confirmed-from-suspected", "")).isEqualByComparingTo("100000");
        assertThat(value(year, "closing", "")).isEqualByComparingTo("1010000");
    }

    /** The acceptance numbers of the real map: 811.49 km² as a sum, 806.41 as a union; cleared 40.06 and 38.45; 805.29 suspected and not cleared. */
    @Test
    void shows_the_ground_once_beside_the_sums_of_bosnia() {
        for (String kind : List.of("hazards suspect", "clearance cleared")) {
            String[] words = kind.split(" ", -1);
            assertThat(run(
                            "import",
                            words[0],
                            SharedData.file("bih-" + words[1] + "-areas.geojson")
                                    .toString(),
                            "--state",
                            "BIH"))
                    .as(err.toString())
                    .isZero();
        }
        JsonNode year = rollup("BIH", "2024", "--unions");
        assertThat(squareKilometres(year, "suspected-square-metres")).isCloseTo(811.49, within(0.05));
        assertThat(squareKilometres(year, "suspected-union")).isCloseTo(806.41, within(0.05));
        assertThat(squareKilometres(year, "released-union")).isCloseTo(38.45, within(0.05));
        assertThat(squareKilometres(year, "known-less-cleared")).isCloseTo(805.29, within(0.05));
    }

    private static double squareKilometres(JsonNode rollup, String figure) {
        return value(rollup, figure, "").doubleValue() / 1e6;
    }

    @Test
    void tells_record_by_record_what_changed_since_figures_were_frozen() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        assertThat(run("rollup", "XAA", "2010", "--differences")).isEqualTo(3);
        rollup("XAA", "2010", "--freeze");
        assertThat(rollup("XAA", "2010", "--differences")).isEmpty();

        bring("hazards", "late.csv", """
                code,class,status,contamination,area_stated_m2,discovered_on,valid_from
                H-1,CHA,OPEN,AP_MINE,210000,2005-01-01,2005-01-02
                H-99,CHA,OPEN,AP_MINE,5000,2009-05-01,2009-05-01
                """);
        String changed = rollup("XAA", "2010", "--differences").toString();
        assertThat(changed)
                .contains(
                        "{\"figure\":\"closing\",\"change\":\"changed\",\"kind\":\"hazard\",\"record\":\"H-1\",\"before\":\"200000.00\",\"now\":\"210000.00\"}")
                .contains(
                        "{\"figure\":\"closing\",\"change\":\"came\",\"kind\":\"hazard\",\"record\":\"H-99\",\"before\":null,\"now\":\"5000.00\"}")
                .doesNotContain("H-2\"");
    }

    /** 0, 0 and 350,000 m² were released in three years: 116,666.67 a year; 790,000 are left: seven years. */
    @Test
    void gives_what_a_request_for_an_extension_rests_on() throws IOException {
        bring("hazards", "before.csv", BEFORE);
        bring("hazards", "during.csv", DURING);
        bring("clearance", "released.csv", RELEASED);

        JsonNode rows = rollup("XAA", "2008-2010", "--extension");
        assertThat(err.toString()).contains("790,000", "116,666.67", "7 years");
        assertThat(rows).hasSize(3 + 7);
        assertThat(rows.get(9).get("year").asString()).isEqualTo("2017");
        assertThat(rows.get(9).get("closing").asString()).isEqualTo("0.00");
        BigDecimal milestones = BigDecimal.ZERO;
        for (int i = 3; i < 10; i++) {
            milestones =
                    milestones.add(new BigDecimal(rows.get(i).get("cleared").asString()));
        }
        assertThat(milestones).isEqualByComparingTo("790000");
    }

    @Test
    void refuses_what_is_no_year() {
        assertThat(run("rollup", "XAA", "20x3")).isEqualTo(2);
        assertThat(err.toString()).contains("“20x3” is no calendar year.");
    }
}
