package org.mineban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.FeatureWriter;
import org.mineban.mail.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Bad input to the command import")
class ImportBadInputTest {

    private static final String CODES =
            "\"code\":\"H-1\",\"class\":\"SHA\",\"status\":\"OPEN\",\"contamination\":\"AP_MINE\",\"evidence\":\"VERBAL\",\"discovered_on\":\"2010-01-02\"";

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

    private JsonNode brought(Path file) {
        assertThat(run("import", "hazards", file.toString(), "--state", "BIH", "--format", "json"))
                .as(err.toString())
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private void refused(Path file, String words) {
        assertThat(run("import", "hazards", file.toString(), "--state", "BIH")).isNotZero();
        assertThat(err.toString()).contains(words);
        assertThat(run(
                        "export",
                        "hazard",
                        "--state",
                        "BIH",
                        "--to",
                        folder.resolve("all.csv").toString()))
                .isZero();
        assertThat(err.toString()).as("nothing was partly written").contains("0 records");
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + CODES + "},\"geometry\":" + geometry + "}";
    }

    private static String collection(String geometry) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + feature(geometry) + "]}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a ring of two points|{\"type\":\"Polygon\",\"coordinates\":[[[17.1,44.1],[17.2,44.2]]]}|V-02|1",
                "a bow-tie|{\"type\":\"Polygon\",\"coordinates\":[[[17.1,44.1],[17.101,44.101],[17.101,44.1],[17.1,44.101],[17.1,44.1]]]}|V-03|0",
                "no shape|null|V-01|1",
                "an empty shape|{\"type\":\"Polygon\",\"coordinates\":[]}|V-01|1",
                "a place at zero degrees|{\"type\":\"Point\",\"coordinates\":[0,0]}|V-10|1",
                "heights|{\"type\":\"Point\",\"coordinates\":[17.12345,44.12345,312.5]}|V-60|0"
            })
    void is_told_by_its_check(String name, String geometry, String check, int apart) throws IOException {
        JsonNode result = brought(text("areas.geojson", collection(geometry)));

        assertThat(result.get("findingCounts").propertyNames())
                .as(result.toString())
                .contains(check);
        assertThat(result.get("quarantined").asInt()).isEqualTo(apart);
        assertThat(result.get("new").asInt()).isEqualTo(1 - apart);
    }

    @Test
    void that_is_no_number_is_kept_apart() throws IOException {
        JsonNode result =
                brought(text("areas.geojson", collection("{\"type\":\"Point\",\"coordinates\":[\"x\",44.1]}")));
        assertThat(result.get("quarantined").asInt()).as(result.toString()).isEqualTo(1);
    }

    @Test
    void in_the_metres_of_a_grid_is_brought_to_degrees() throws IOException {
        String text = collection("{\"type\":\"Point\",\"coordinates\":[660264.00,5008012.00]}")
                .replaceFirst(
                        "\\{",
                        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32633\"}},");
        JsonNode result = brought(text("areas.geojson", text));
        assertThat(result.get("new").asInt()).as(result.toString()).isEqualTo(1);
    }

    @Test
    void that_ends_in_its_midst_leaves_nothing() throws IOException {
        String text = "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("{\"type\":\"Point\",\"coordinates\":[17.12345,44.12345]}") + ",{\"type\":\"Fea";
        refused(text("areas.geojson", text), "areas.geojson");
    }

    @Test
    void that_declares_entities_is_refused() throws IOException {
        refused(
                text(
                        "areas.kml",
                        "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&x;</name></Placemark></Document></kml>"),
                "areas.kml");
    }

    @Test
    void of_ten_gigabytes_is_refused_at_once() throws IOException {
        Path file = folder.resolve("areas.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write("code,class\n".getBytes(StandardCharsets.UTF_8));
            sparse.setLength(10_000_000_000L);
        }
        refused(file, "areas.csv");
    }

    @Test
    void with_formulas_is_text_and_is_given_back_as_text() throws IOException {
        JsonNode result = brought(
                text(
                        "areas.csv",
                        "code,class,status,contamination,area_stated_m2,discovered_on,reference\nH-1,SHA,OPEN,AP_MINE,500,2010-01-02,=1+1\n"));
        assertThat(result.get("new").asInt()).as(result.toString()).isEqualTo(1);
        Path back = folder.resolve("back.csv");
        assertThat(run("export", "hazard", "--state", "BIH", "--to", back.toString()))
                .isZero();
        assertThat(Files.readString(back)).doesNotContain(",=1+1").contains("=1+1");
    }

    @ParameterizedTest(name = "without .{0}")
    @CsvSource({"prj", "dbf", "shx", "shp"})
    void of_a_shapefile_with_a_part_missing_is_told(String missing) throws IOException {
        Path whole = folder.resolve("whole.zip");
        List<ExportColumn> columns = List.of(ExportColumn.text("code"), ExportColumn.text("class"));
        ExportNotes notes = new ExportNotes("Areas", LocalDate.of(2026, 11, 24), "-", "all", "-", "Made up.");
        try (FeatureWriter writer = FeatureWriter.create(whole, "areas", columns, notes)) {
            writer.add(List.of("H-1", "SHA"), new GeometryFactory().createPolygon(new Coordinate[] {
                        new Coordinate(17.12345, 44.12345),
                        new Coordinate(17.12445, 44.12345),
                        new Coordinate(17.12445, 44.12445),
                        new Coordinate(17.12345, 44.12345)
                    }));
            writer.finish();
        }
        Path part = folder.resolve("part.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(whole));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(part))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().endsWith("." + missing)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(to);
                }
            }
        }
        int exit = run("import", "hazards", part.toString(), "--state", "BIH", "--format", "json");
        assertThat(exit != 0 || !out.toString().contains("\"findings\":[]"))
                .as("told: " + out + err)
                .isTrue();
        if (exit != 0) {
            assertThat(err.toString()).contains("part.zip");
        }
    }
}
