package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SharedData;
import org.mineban.exchange.SourceFile;
import org.mineban.operations.FileTable.Column;
import org.mineban.operations.FileTable.Holds;

/**
 * Real data that nobody here wrote, with counts that were computed of it outside this project (Python, shapely). Those counts were made before
 * coordinates were rounded to six decimals, and with boundaries that cross themselves mended by buffer(0), which drops lobes that we keep: overlaps here are
 * a few more.
 */
@DisplayName("The checks, of real data,")
class ChecksOnRealDataTest {

    private static final LocalDate SNAPSHOT = LocalDate.of(2024, 7, 31);

    private final Dictionary dictionary = new Dictionary();
    private final Checks checks = new Checks();
    private final CheckContext context = CheckContext.on(LocalDate.of(2026, 11, 24), dictionary);

    private static List<Examined> areas(String file, Kind kind, Map<String, String> fields) {
        List<Examined> areas = new ArrayList<>();
        try (SourceFile features = SourceFile.open(SharedData.file(file), ReadingLimits.USUAL);
                RecordStream records = features.records()) {
            while (records.hasNext()) {
                Geometry geometry = records.next().geometry();
                areas.add(Examined.row(
                        new Content(
                                kind,
                                file + "-" + areas.size(),
                                SNAPSHOT,
                                Fields.of(fields),
                                geometry == null || geometry.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(ChecksTest.shape(geometry)),
                                Optional.empty()),
                        "bih",
                        areas.size() + 1,
                        false));
            }
        }
        return areas;
    }

    private static List<Examined> suspected() {
        return areas("bih-suspect-areas.geojson", Kind.HAZARD, Map.of("class", "SHA", "status", "OPEN"));
    }

    private static List<Examined> cleared() {
        return areas("bih-cleared-areas.geojson", Kind.PRODUCT, Map.of("release", "CLEARED"));
    }

    private static long percentAbove(List<CheckFinding> findings, double least) {
        return findings.stream()
                .filter(finding -> ((Number) finding.values().get("percent")).doubleValue() > least)
                .count();
    }

    @Test
    void find_the_faults_of_suspected_areas_in_bosnia() {
        CheckAnswer answer = checks.ofBatch(suspected(), context);

        assertThat(answer.records()).isEqualTo(11_068);
        assertThat(answer.of("V-01")).as("3,094 null and 3 empty").hasSize(3_097);
        assertThat(answer.of("V-03")).as("invalid polygons, before rounding").hasSizeBetween(460, 480);
        assertThat(answer.of("V-15"))
                .as("4 repeat the points of an earlier one, and one more from another first point")
                .hasSize(5);
        assertThat(answer.of("V-16"))
                .as("1,176 pairs over 1 m2 before rounding, mended in a way that keeps less land")
                .hasSizeBetween(1_176, 1_400);
        assertThat(answer.of("V-16").stream()
                                .mapToLong(finding -> (long) finding.values().get("area"))
                                .sum()
                        / 1e6)
                .as("5.522 square kilometres, with the same two differences")
                .isBetween(5.52, 5.9);
        assertThat((double) percentAbove(answer.of("V-16"), 90)).isCloseTo(124, within(5.0));
        assertThat(answer.of("V-16").stream().filter(CheckFinding::blocks).count())
                .isEqualTo(percentAbove(answer.of("V-16"), 90));
    }

    @Test
    void find_equal_shapes_and_open_land_that_was_cleared_in_bosnia() {
        CheckAnswer products = checks.ofBatch(cleared(), context);
        List<Examined> both = new ArrayList<>(suspected());
        both.addAll(cleared());
        CheckAnswer answer = checks.ofBatch(both, context);

        assertThat(products.of("V-15"))
                .as("as many as repeat the points of an earlier one")
                .hasSize(94);
        assertThat((double) percentAbove(answer.of("V-17"), 90)).isCloseTo(95, within(3.0));
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static List<NamedCsvRecord> victims() {
        return rows(SharedData.file("colombia-victims-1984-2023.csv"));
    }

    @Test
    void see_that_the_headers_of_colombian_victims_are_swapped() {
        FileTable.Words words = FileTable.Words.of(
                Map.of("sex", Set.of("Hombre", "Mujer", "Sin Información"), "outcome", Set.of("Herido", "Muerto")));
        List<Column> columns = List.of(
                column("estado", Holds.WORDS, "outcome"),
                column("genero", Holds.WORDS, "sex"),
                column("ano", Holds.YEAR, ""),
                column("codigodanemunicipio", Holds.CODE, ""));

        CheckAnswer answer = checks.ofFile(
                new FileTable(Optional.of(LocalDate.of(2024, 1, 3)), columns), Optional.of(words), context);

        assertThat(answer.of("V-40")).extracting(CheckFinding::field).containsExactly("estado", "genero");
        assertThat(answer.of("V-40"))
                .allSatisfy(finding -> assertThat(finding.values()).containsEntry("percent", 100.0));
        assertThat(answer.of("V-52"))
                .extracting(finding -> finding.field() + " " + finding.values().get("value") + " "
                        + finding.values().get("as"))
                .containsExactly("ano 2,006 2006", "codigodanemunicipio 5,313 5313");
        assertThat(answer.of("V-60")).hasSize(1);
    }

    private static Column column(String header, Holds holds, String list) {
        return Column.of(
                header,
                holds,
                list.isEmpty() ? Optional.empty() : Optional.of(list),
                victims().stream().map(row -> row.getField(header)).toList());
    }

    @Test
    void keep_equal_victims_apart_and_ask_about_adults_at_play() {
        List<Examined> rows = new ArrayList<>();
        for (NamedCsvRecord row : victims()) {
            Map<String, String> fields = new LinkedHashMap<>();
            row.getFieldsAsMap().forEach((name, text) -> fields.put(Fields.KEPT_COLUMN + name, text));
            fields.put("age_band", row.getField("rangoedad").startsWith("Mayor") ? "ADULT" : "CHILD");
            fields.put("civil_status", row.getField("condicion").equals("Civil") ? "CIVILIAN" : "SECURITY_FORCE");
            fields.put("outcome", row.getField("genero").equals("Muerto") ? "KILLED" : "INJURED");
            fields.put("activity_then", row.getField("Actividad"));
            fields.put(
                    "sex",
                    switch (row.getField("estado")) {
                        case "Hombre" -> "M";
                        case "Mujer" -> "F";
                        default -> "UNKNOWN";
                    });
            Content content = new Content(
                    Kind.VICTIM,
                    "row-" + rows.size(),
                    LocalDate.of(2024, 1, 3),
                    Fields.of(fields),
                    Optional.empty(),
                    Optional.empty());
            rows.add(Examined.row(content, "col", rows.size() + 2, false));
        }

        CheckAnswer answer = checks.ofBatch(rows, context);

        assertThat(answer.records()).isEqualTo(12_364);
        assertThat(answer.of("V-42")).as("rows that repeat an earlier one").hasSize(4_054);
        assertThat(answer.of("V-39"))
                .as("16 adults at play, no child in the forces")
                .hasSize(16);
        assertThat(answer.of("V-54")).isEmpty();
    }

    @Test
    void find_devices_without_land_in_the_colombian_table_of_clearance() {
        List<Examined> rows = new ArrayList<>();
        for (NamedCsvRecord row : rows(SharedData.file("colombia-clearance-2005-2014.csv"))) {
            Map<String, String> fields = Map.of(
                    "cleared_m2", row.getField("areadespejada"),
                    "devices_total", row.getField("totalartefactosdestruidos"),
                    "ap_mines", row.getField("map"),
                    "improvised", row.getField("aei"),
                    "uxo", row.getField("muse"));
            rows.add(Examined.row(
                    new Content(
                            Kind.TOTAL,
                            "row-" + rows.size(),
                            SNAPSHOT,
                            Fields.of(fields),
                            Optional.empty(),
                            Optional.empty()),
                    "col",
                    rows.size() + 2,
                    false));
        }

        CheckAnswer answer = checks.ofBatch(rows, context);

        assertThat(answer.records()).isEqualTo(333);
        assertThat(answer.of("V-30"))
                .as("9 rows without area, 3 of them with devices")
                .hasSize(3);
        assertThat(answer.of("V-32")).as("the total is the sum in every row").isEmpty();
        assertThat(answer.of("V-31")).as("the uppermost hundredth of 324 rows").hasSizeBetween(1, 4);
    }
}
