package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mineban.exchange.ReadCsvTest.all;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.geography.Shapes;
import org.mineban.kernel.ProblemException;

/** Files of ours read by GDAL, and files of GDAL's read by us. */
@DisplayName("Files that others read and write")
class GdalTest {

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.text("code"),
            ExportColumn.text("name_in_the_language"),
            new ExportColumn("mines", ExportColumn.Kind.INTEGER),
            new ExportColumn("area_m2", ExportColumn.Kind.DECIMAL),
            new ExportColumn("found_on", ExportColumn.Kind.DAY),
            new ExportColumn("open", ExportColumn.Kind.YES_NO));

    private static final ExportNotes NOTES = new ExportNotes(
            "Hazardous areas",
            LocalDate.of(2012, 12, 3),
            "CC BY 4.0",
            "all",
            "public",
            "Land that is not shown may be dangerous.");

    private static final String SQUARE =
            "POLYGON ((69.2 34.5, 69.2 34.51, 69.21 34.51, 69.21 34.5, 69.2 34.5), (69.203 34.503, 69.206 34.503, 69.206 34.506, 69.203 34.503))";

    @TempDir
    Path folder;

    private Path written(String ending) {
        Path file = folder.resolve("areas." + ending);
        try (FeatureWriter writer = FeatureWriter.create(file, "areas", COLUMNS, NOTES)) {
            writer.add(
                    Arrays.asList("A1", "حقل ألغام 地雷 Мины", 12L, 1.25, LocalDate.of(2011, 2, 3), true),
                    Shapes.wkt(SQUARE));
            writer.add(Arrays.asList("A2", "=1+2", null, null, null, null), null);
            writer.add(
                    Arrays.asList("A3", "two", 0L, -0.5, LocalDate.of(1999, 3, 1), false),
                    Shapes.wkt(
                            "MULTIPOLYGON (((16 -14, 16.1 -14, 16.1 -13.9, 16 -14)), ((17 -14, 17.1 -14, 17.1 -13.9, 17 -14)))"));
            writer.finish();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg", "fgb", "kml", "zip"})
    void of_ours_hold_every_row_field_and_letter_for_gdal(String ending) throws IOException {
        Path file = written(ending);
        String name = ending.equals("zip") ? "/vsizip/" + file : file.toString();
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-al", "-ro", name));
        if (ending.equals("csv")) {
            command.addAll(List.of("-oo", "KEEP_GEOM_COLUMNS=NO"));
        }

        String seen = Gdal.run(command.toArray(String[]::new));

        assertThat(seen).contains("حقل ألغام 地雷 Мины").contains("A2").contains("1.25");
        if (ending.equals("xlsx")) {
            assertThat(seen).contains("Layer name: areas").contains("Feature Count: 3");
            assertThat(seen).contains("POLYGON ((69.2 34.5, 69.21 34.5");
        } else {
            assertThat(seen).contains("Feature Count: 3");
            assertThat(seen).containsPattern("Extent: \\(16.0+, -14.0+\\) - \\(69.210+, 34.510+\\)");
            assertThat(seen).contains("POLYGON ((69.2");
            assertThat(seen).containsPattern("MULTIPOLYGON \\(\\(\\(16 -14");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg", "fgb", "kml", "zip"})
    void of_ours_say_how_old_they_are_and_warn(String ending) throws IOException {
        Path file = written(ending);
        StringBuilder text = new StringBuilder();
        if (ending.equals("xlsx") || ending.equals("zip")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } else {
            text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }

        assertThat(text)
                .contains("2012-12-03")
                .contains("CC BY 4.0")
                .contains("Land that is not shown may be dangerous.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg", "fgb", "kml", "zip"})
    void of_ours_come_back_as_they_were(String ending) {
        List<SourceRecord> records;
        try (SourceFile source = SourceFile.open(written(ending), ReadingLimits.USUAL)) {
            String table = source.tables().stream()
                    .map(SourceTable::name)
                    .filter(name -> !name.equals("About"))
                    .findFirst()
                    .orElseThrow();
            records = new ArrayList<>();
            try (RecordStream stream = source.records(table)) {
                stream.forEachRemaining(records::add);
            }
        }

        assertThat(records).hasSize(3);
        SourceRecord first = records.getFirst();
        String language = ending.equals("zip") ? "name_in_th" : "name_in_the_language";
        assertThat(first.cells().text("code")).isEqualTo("A1");
        assertThat(first.cells().text(language)).isEqualTo("حقل ألغام 地雷 Мины");
        assertThat(first.cells().text("mines")).isEqualTo("12");
        assertThat(Double.parseDouble(first.cells().text("area_m2"))).isEqualTo(1.25);
        assertThat(first.cells().text("found_on")).isEqualTo("2011-02-03");
        assertThat(first.geometry().equalsTopo(Shapes.wkt(SQUARE))).isTrue();
        assertThat((Object) records.get(1).geometry()).isNull();
        assertThat(records.get(1).cells().text("mines")).isEmpty();
        String formula = records.get(1).cells().text(language);
        assertThat(formula).isEqualTo(ending.equals("csv") ? "'=1+2" : "=1+2");
        assertThat(records.get(2).geometry().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void of_ours_follow_rfc_7946() throws IOException {
        Path file = folder.resolve("a.geojson");
        try (FeatureWriter writer = FeatureWriter.create(file, "a", List.of(), NOTES)) {
            writer.add(List.of(), Shapes.wkt("POLYGON ((0 0, 0 1.123456789, 1 1, 1 0, 0 0))"));
            writer.finish();
        }

        // Against the clock, seven decimals.
        assertThat(Files.readString(file)).contains("[[[0,0],[1,0],[1,1],[0,1.1234568],[0,0]]]");
    }

    @Test
    void of_ours_are_not_there_until_they_are_whole() throws IOException {
        for (String ending : FeatureWriter.endings()) {
            Path file = folder.resolve("half." + ending);
            try (FeatureWriter writer = FeatureWriter.create(file, "half", COLUMNS, NOTES)) {
                writer.add(Arrays.asList("A1", "x", 12L, 1.25, LocalDate.of(2011, 2, 3), true), Shapes.wkt(SQUARE));
            }
        }

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> FeatureWriter.create(folder.resolve("a.pdf"), "a", COLUMNS, NOTES))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().values())
                                .containsEntry("allowed", "csv, xlsx, geojson, kml, zip, gpkg, fgb"));
    }

    @Test
    void of_ours_have_a_shapefile_for_each_kind_of_shape() throws IOException {
        Path file = folder.resolve("mixed.zip");
        try (FeatureWriter writer = FeatureWriter.create(file, "mixed", List.of(ExportColumn.text("code")), NOTES)) {
            writer.add(List.of("P"), Shapes.wkt("POINT (69.2 34.5)"));
            writer.add(List.of("L"), Shapes.wkt("LINESTRING (69.2 34.5, 69.3 34.6)"));
            writer.add(List.of("A"), Shapes.wkt(SQUARE));
            writer.finish();
        }

        String seen = Gdal.run("ogrinfo", "-al", "-ro", "/vsizip/" + file);
        assertThat(seen).contains("mixed_polygon").contains("mixed_line").contains("mixed_point");
        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.tables())
                    .extracting(SourceTable::name)
                    .containsExactlyInAnyOrder("mixed_polygon", "mixed_line", "mixed_point");
        }
    }

    @Nested
    @DisplayName("written by GDAL")
    class Theirs {

        private Path given() throws IOException {
            String polygon =
                    "{\"type\":\"Polygon\",\"coordinates\":[[[69.2,34.5],[69.21,34.5],[69.21,34.51],[69.2,34.5]]]}";
            String two =
                    "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[69.2,34.5],[69.21,34.5],[69.21,34.51],[69.2,34.5]]],"
                            + "[[[69.3,34.5],[69.34,34.5],[69.34,34.54],[69.3,34.5]],[[69.33,34.51],[69.335,34.51],[69.335,34.515],[69.33,34.51]]]]}";
            return Files.writeString(
                    folder.resolve("given.geojson"),
                    "{\"type\":\"FeatureCollection\",\"features\":["
                            + "{\"type\":\"Feature\",\"properties\":{\"code\":\"Ж-1\",\"hazard_classification\":\"SHA\",\"n\":7,\"a\":1.5},\"geometry\":"
                            + polygon + "},"
                            + "{\"type\":\"Feature\",\"properties\":{\"code\":\"حقل\",\"hazard_classification\":\"CHA\",\"n\":null,\"a\":2},\"geometry\":"
                            + two + "},"
                            + "{\"type\":\"Feature\",\"properties\":{\"code\":\"地雷\",\"hazard_classification\":\"CHA\",\"n\":0,\"a\":0},\"geometry\":null}]}");
        }

        private Path zipped(Path shp) throws IOException {
            Path zip = folder.resolve("shp.zip");
            String base = shp.getFileName().toString().replace(".shp", "");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                    var files = Files.list(folder)) {
                for (Path one : files.filter(
                                file -> file.getFileName().toString().startsWith(base + "."))
                        .toList()) {
                    out.putNextEntry(new ZipEntry("deep/" + one.getFileName()));
                    Files.copy(one, out);
                }
            }
            return zip;
        }

        @ParameterizedTest
        @CsvSource({
            "GPKG, gpkg, 4326",
            "GPKG, gpkg, 32642",
            "FlatGeobuf, fgb, 4326",
            "FlatGeobuf, fgb, 32642",
            "KML, kml, 4326",
            "ESRI Shapefile, shp, 4326",
            "ESRI Shapefile, shp, 32642",
            "GeoJSONSeq, geojsonl, 4326",
            "XLSX, xlsx, 4326"
        })
        void are_read_with_their_letters_and_brought_to_degrees(String driver, String ending, int system)
                throws IOException {
            Path file = folder.resolve("theirs." + ending);
            List<String> command = new ArrayList<>(
                    List.of("ogr2ogr", "-f", driver, "-t_srs", "EPSG:" + system, file.toString(), given().toString()));
            if (ending.equals("shp")) {
                command.addAll(List.of("-lco", "ENCODING=UTF-8"));
            }
            Gdal.run(command.toArray(String[]::new));

            Path brought = ending.equals("shp") ? zipped(file) : file;
            List<SourceRecord> records = all(brought);

            // GDAL leaves rows without a place out of a FlatGeobuf with an index, and says so.
            boolean withoutPlace = !ending.equals("fgb");
            assertThat(records).hasSize(withoutPlace ? 3 : 2);
            Map<String, SourceRecord> byCode = new java.util.HashMap<>();
            records.forEach(record -> byCode.put(record.cells().text("code"), record));
            assertThat(byCode).containsKeys("Ж-1", "حقل");
            assertThat(byCode.containsKey("地雷")).isEqualTo(withoutPlace);
            assertThat(byCode.get("Ж-1").cells().text("n")).isEqualTo("7");
            if (!ending.equals("xlsx")) {
                Geometry shape = byCode.get("حقل").geometry();
                assertThat(shape.getNumGeometries()).isEqualTo(2);
                assertThat(shape.getEnvelopeInternal().getMinX()).isCloseTo(69.2, within(1e-7));
                assertThat(shape.getEnvelopeInternal().getMaxY()).isCloseTo(34.54, within(1e-7));
                int holes = 0;
                for (int i = 0; i < 2; i++) {
                    holes += ((org.locationtech.jts.geom.Polygon) shape.getGeometryN(i)).getNumInteriorRing();
                }
                assertThat(holes).isEqualTo(1);
                if (withoutPlace) {
                    assertThat((Object) byCode.get("地雷").geometry()).isNull();
                }
            }
        }

        @Test
        void as_a_shapefile_without_prj_or_dbf_say_what_is_missing() throws IOException {
            Gdal.run(
                    "ogr2ogr",
                    "-f",
                    "ESRI Shapefile",
                    "-t_srs",
                    "EPSG:32642",
                    folder.resolve("t.shp").toString(),
                    given().toString());
            Files.delete(folder.resolve("t.prj"));
            Files.delete(folder.resolve("t.dbf"));

            Path zip = zipped(folder.resolve("t.shp"));
            try (SourceFile source = SourceFile.open(zip, ReadingLimits.USUAL)) {
                assertThat(source.findings())
                        .extracting(ReadingFinding::kind)
                        .containsExactlyInAnyOrder(Kind.ATTRIBUTES_MISSING, Kind.COORDINATE_SYSTEM_MISSING);
                SourceRecord first = all(source).getFirst();
                assertThat((Object) first.geometry()).isNull();
                assertThat(first.original().text()).startsWith("POLYGON ((5");
            }
            try (SourceFile source =
                    SourceFile.open(zip, ReadingLimits.USUAL, ReadingChoices.NONE.withCoordinateSystem("EPSG:32642"))) {
                assertThat(all(source)
                                .getFirst()
                                .geometry()
                                .getEnvelopeInternal()
                                .getMinX())
                        .isCloseTo(69.2, within(1e-6));
            }
        }

        @Test
        void as_a_shapefile_with_a_lost_cpg_are_read_by_their_letters() throws IOException {
            Gdal.run(
                    "ogr2ogr",
                    "-f",
                    "ESRI Shapefile",
                    "-lco",
                    "ENCODING=UTF-8",
                    folder.resolve("u.shp").toString(),
                    given().toString());
            Files.delete(folder.resolve("u.cpg"));

            assertThat(all(zipped(folder.resolve("u.shp"))))
                    .extracting(record -> record.cells().text("code"))
                    .containsExactly("Ж-1", "حقل", "地雷");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gpkg", "fgb", "shp"})
        void and_cut_short_are_refused(String ending) throws IOException {
            String driver = ending.equals("gpkg") ? "GPKG" : ending.equals("fgb") ? "FlatGeobuf" : "ESRI Shapefile";
            Path file = folder.resolve("cut." + ending);
            Gdal.run("ogr2ogr", "-f", driver, file.toString(), given().toString());
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, ending.equals("gpkg") ? whole.length / 3 : whole.length - 40));
            Path brought = ending.equals("shp") ? zipped(file) : file;

            assertThatThrownBy(() -> all(brought))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().id()).isEqualTo("source-damaged"));
        }
    }
}
