package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mineban.exchange.ReadCsvTest.all;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.kernel.ProblemException;

@DisplayName("A GeoJSON file")
class ReadGeoJsonTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("areas.geojson"), text);
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    private SourceRecord only(String geometry) throws IOException {
        List<SourceRecord> records = all(file(collection(feature(geometry, "{}"))));
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    @Test
    void keeps_numbers_as_written_nulls_as_absent_and_lists_as_text() throws IOException {
        Path file = file("""
                {"name": "hazards", "features": [
                {"id": 7, "geometry": {"coordinates": [69.2, 34.5], "type": "Point"},
                 "properties": {"code": "A1", "area": 1.50, "n": null, "kinds": ["AP", {"b": 2}], "open": true}, "type": "Feature"},
                {"type": "Feature", "geometry": null, "properties": {"code": "地雷", "later": ""}}],
                "type": "FeatureCollection"}
                """);

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.tables().getFirst().name()).isEqualTo("hazards");
            assertThat(source.columns()).containsExactly("code", "area", "kinds", "open", "id", "later");
            List<SourceRecord> records = all(source);
            assertThat(records.getFirst().cells().asMap())
                    .isEqualTo(Map.of(
                            "code", "A1", "area", "1.50", "kinds", "[\"AP\",{\"b\":2}]", "open", "true", "id", "7"));
            assertThat(records.getFirst().geometry().toText()).isEqualTo("POINT (69.2 34.5)");
            assertThat((Object) records.get(1).geometry()).isNull();
            assertThat(records.get(1).original()).isNull();
            assertThat(records.get(1).cells().text("code")).isEqualTo("地雷");
        }
    }

    @Test
    void tells_null_from_empty_geometry() throws IOException {
        assertThat((Object) only("null").geometry()).isNull();
        assertThat(only("{\"type\":\"Polygon\",\"coordinates\":[]}").geometry().isEmpty())
                .isTrue();
        assertThat(only("{\"type\":\"GeometryCollection\",\"geometries\":[]}")
                        .geometry()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void reads_every_kind_of_shape() throws IOException {
        assertThat(only("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}")
                        .geometry()
                        .toText())
                .isEqualTo("MULTIPOINT ((1 2), (3 4))");
        assertThat(only("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}")
                        .geometry()
                        .toText())
                .isEqualTo("LINESTRING (1 2, 3 4)");
        assertThat(only("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8],[9,1]]]}")
                        .geometry()
                        .toText())
                .isEqualTo("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 1))");
        assertThat(only("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]}")
                        .geometry()
                        .toText())
                .isEqualTo("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1))");
        assertThat(
                        only("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]]],[[[20,0],[29,0],[29,9],[20,0]],[[25,1],[26,1],[26,2],[25,1]]]]}")
                                .geometry()
                                .toText())
                .isEqualTo(
                        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0), (25 1, 26 1, 26 2, 25 1)))");
        assertThat(
                        only("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]}")
                                .geometry()
                                .toText())
                .isEqualTo("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))");
    }

    @Test
    void leaves_out_heights_and_keeps_them_in_the_original() throws IOException {
        SourceRecord record = only("{\"type\":\"LineString\",\"coordinates\":[[1,2,1800.5],[3,4,1801]]}");

        assertThat(record.geometry().toText()).isEqualTo("LINESTRING (1 2, 3 4)");
        assertThat(record.original().text()).isEqualTo("LINESTRING Z (1 2 1800.5, 3 4 1801)");
        assertThat(record.geometryFindings())
                .extracting(GeometryFinding::fault)
                .containsExactly(GeometryFault.HEIGHT_LEFT_OUT);
    }

    @Test
    void keeps_the_record_and_the_points_of_a_ring_of_two_points() throws IOException {
        SourceRecord record = only("{\"type\":\"Polygon\",\"coordinates\":[[[69.2,34.5],[69.3,34.5]]]}");

        assertThat((Object) record.geometry()).isNull();
        assertThat(record.original().text()).isEqualTo("POLYGON ((69.2 34.5, 69.3 34.5))");
        assertThat(record.geometryFindings())
                .extracting(GeometryFinding::fault)
                .containsExactly(GeometryFault.TOO_FEW_POINTS);
    }

    @Test
    void closes_an_open_ring_and_says_so() throws IOException {
        SourceRecord record = only("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9]]]}");

        assertThat(record.geometry().toText()).isEqualTo("POLYGON ((0 0, 9 0, 9 9, 0 0))");
        assertThat(record.geometryFindings())
                .extracting(GeometryFinding::fault)
                .containsExactly(GeometryFault.NOT_CLOSED);
    }

    @Test
    void may_hold_coordinates_that_are_no_numbers() throws IOException {
        SourceRecord record = only("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[NaN,0],[9,null],[\"x\",3],[0,0]]]}");

        assertThat(record.geometry().getCoordinates()[1].x).isNaN();
        assertThat(record.geometry().getCoordinates()[2].y).isNaN();
    }

    @Test
    void with_a_coordinate_system_is_brought_to_degrees_and_keeps_the_metres() throws IOException {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32642\"}}";
        String feature = feature("{\"type\":\"Point\",\"coordinates\":[519036.60,3823748.88]}", "{\"a\":1}");
        for (String text : List.of(
                "{\"type\":\"FeatureCollection\"," + crs + ",\"features\":[" + feature + "]}",
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]," + crs + "}")) {
            try (SourceFile source = SourceFile.open(file(text), ReadingLimits.USUAL)) {
                SourceRecord record = all(source).getFirst();

                assertThat(source.findings())
                        .extracting(ReadingFinding::kind)
                        .containsExactlyInAnyOrder(Kind.COORDINATE_SYSTEM_MEMBER, Kind.REPROJECTED);
                assertThat(record.geometry().getCoordinate().y).isCloseTo(34.5553, within(1e-6));
                assertThat(record.geometry().getCoordinate().x).isCloseTo(69.2075, within(1e-6));
                assertThat(record.original().coordinateSystem()).isEqualTo("EPSG:32642");
                assertThat(record.original().text()).isEqualTo("POINT (519036.6 3823748.88)");
            }
        }
    }

    @Test
    void in_a_coordinate_system_whose_datum_has_no_named_shift_is_not_placed() throws IOException {
        // EPSG:4255 is Herat North; the table gives it a shift. A made-up one has none.
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:999999\"}}";
        Path file = file("{\"type\":\"FeatureCollection\"," + crs + ",\"features\":["
                + feature("{\"type\":\"Point\",\"coordinates\":[519036.60,3823748.88]}", "{\"a\":1}") + "]}");

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(source.findings())
                    .extracting(ReadingFinding::kind)
                    .containsExactlyInAnyOrder(Kind.COORDINATE_SYSTEM_MEMBER, Kind.COORDINATE_SYSTEM_REFUSED);
            SourceRecord record = all(source).getFirst();
            assertThat((Object) record.geometry()).isNull();
            assertThat(record.original().text()).isEqualTo("POINT (519036.6 3823748.88)");
        }
        assertThatThrownBy(() -> SourceFile.open(
                        file, ReadingLimits.USUAL, ReadingChoices.NONE.withCoordinateSystem("Kabul 1938")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().id()).isEqualTo("coordinate-system-unknown"));
    }

    @Test
    void may_be_one_feature_to_a_line_or_a_shape_alone() throws IOException {
        String one = feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"a\":1}");

        assertThat(all(file(one + "\n" + one + "\n"))).hasSize(2);
        assertThat(all(file(one))).hasSize(1);
        assertThat(all(file("{\"coordinates\":[1,2],\"type\":\"Point\"}"))
                        .getFirst()
                        .geometry()
                        .toText())
                .isEqualTo("POINT (1 2)");
        assertThat(all(file(collection()))).isEmpty();
    }

    @Test
    void in_windows_1252_is_read_and_said_to_be() throws IOException {
        Path file = folder.resolve("west.geojson");
        Files.write(file, collection(feature("null", "{\"d\":\"Bolívar\"}")).getBytes(Charset.forName("windows-1252")));

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL)) {
            assertThat(all(source).getFirst().cells().text("d")).isEqualTo("Bolívar");
            assertThat(source.findings()).extracting(ReadingFinding::kind).containsExactly(Kind.CHARSET_GUESSED);
        }
    }

    @Test
    void that_is_cut_short_stops_with_the_number_of_records_before() throws IOException {
        String whole =
                collection(feature("null", "{\"a\":1}"), feature("null", "{\"a\":2}"), feature("null", "{\"a\":3}"));
        for (int cut : new int[] {whole.length() - 2, whole.length() - 30}) {
            Path file = file(whole.substring(0, cut));
            assertThatThrownBy(() -> all(file)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().id()).isEqualTo("source-damaged");
                assertThat((Long) e.problem().values().get("after")).isBetween(2L, 3L);
            });
        }
    }

    @Test
    void without_features_is_refused() throws IOException {
        Path file = file("{\"a\": [1, 2, 3]}");

        assertThatThrownBy(() -> SourceFile.open(file, ReadingLimits.USUAL))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().id()).isEqualTo("source-without-table"));
    }

    @Test
    void with_a_polygon_of_ten_million_points_keeps_the_record_without_it_in_little_memory() throws IOException {
        Path file = folder.resolve("huge.geojson");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"A\"},"
                            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            for (int i = 0; i < 10_000_000; i++) {
                out.write(i == 0 ? "[0,0]" : ",[1,1]");
            }
            out.write("]]}},{\"type\":\"Feature\",\"properties\":{\"code\":\"B\"},\"geometry\":null}]}");
        }

        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL.withVertices(100_000))) {
            List<SourceRecord> records = all(source);

            assertThat(records).hasSize(2);
            assertThat((Object) records.getFirst().geometry()).isNull();
            assertThat(records.getFirst().cells().text("code")).isEqualTo("A");
            assertThat(records.getFirst().geometryFindings())
                    .containsExactly(new GeometryFinding(GeometryFault.TOO_MANY_POINTS, null, Map.of("most", 100_000)));
        }
    }
}
