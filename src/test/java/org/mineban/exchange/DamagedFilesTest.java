package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.geography.CheckSettings;
import org.mineban.geography.GeometryChecks;
import org.mineban.geography.Repair;
import org.mineban.geography.Shapes;
import org.mineban.kernel.ProblemException;

/** Whole files in which some bytes are changed at random, always the same ones: whatever comes, it is records, findings or a problem. */
@DisplayName("A damaged file")
class DamagedFilesTest {

    private static final int TIMES = 150;
    private static final ReadingLimits LIMITS =
            new ReadingLimits(1 << 20, 16 << 20, 200, 100, 100, 100_000, 10_000, 10_000);

    @TempDir
    Path folder;

    private Path whole(String ending) throws IOException {
        Path file = folder.resolve("whole." + ending);
        switch (ending) {
            case "gpx" ->
                Files.writeString(
                        file,
                        "<gpx><wpt lat=\"34.5\" lon=\"69.2\"><name>a</name></wpt><trk><trkseg><trkpt lat=\"34.5\" lon=\"69.2\"/>"
                                + "<trkpt lat=\"34.6\" lon=\"69.3\"/></trkseg></trk></gpx>");
            case "xml" ->
                Files.writeString(
                        file,
                        "<D><FieldReport><FieldReportInfo reportID=\"7\"/><Hazard><A>1</A></Hazard></FieldReport></D>");
            default -> {
                ExportNotes notes = new ExportNotes("t", LocalDate.of(2012, 12, 3), "l", "all", "public", "w");
                List<ExportColumn> columns = List.of(
                        ExportColumn.text("code"),
                        new ExportColumn("n", ExportColumn.Kind.INTEGER),
                        new ExportColumn("d", ExportColumn.Kind.DAY));
                try (FeatureWriter writer = FeatureWriter.create(file, "areas", columns, notes)) {
                    for (int i = 0; i < 5; i++) {
                        writer.add(
                                Arrays.asList("حقل " + i, (long) i, LocalDate.of(2011, 2, 3)),
                                i == 3
                                        ? null
                                        : Shapes.wkt(
                                                "POLYGON ((69.2 34.5, 69.2 34.51, 69.21 34.51, 69.21 34.5, 69.2 34.5), (69.203 34.503, 69.206 34.503, 69.206 34.506, 69.203 34.503))"));
                    }
                    writer.finish();
                }
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "geojson", "gpkg", "fgb", "kml", "zip", "gpx", "xml"})
    void gives_records_findings_or_a_problem_and_nothing_else(String ending) throws IOException {
        byte[] whole = Files.readAllBytes(whole(ending));
        Random random = new Random(ending.hashCode());
        int refused = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = i % 8 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            int changes = 1 + random.nextInt(12);
            for (int change = 0; change < changes && bytes.length > 0; change++) {
                int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 600 : bytes.length));
                bytes[at] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
            }
            Path file = Files.write(folder.resolve("damaged." + ending), bytes);
            boolean read = Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(2),
                    () -> read(file),
                    () -> "try " + new String(bytes, StandardCharsets.ISO_8859_1));
            refused += read ? 0 : 1;
        }

        assertThat(refused).isPositive();
    }

    private static boolean read(Path file) {
        try (SourceFile source = SourceFile.open(file, LIMITS)) {
            for (SourceTable table : source.tables()) {
                try (RecordStream records = source.records(table.name())) {
                    while (records.hasNext()) {
                        SourceRecord record = records.next();
                        GeometryChecks.check(record.geometry(), CheckSettings.USUAL);
                        if (record.original() != null) {
                            assertThat(record.original().text()).isNotNull();
                        }
                    }
                }
            }
            return true;
        } catch (ProblemException problem) {
            assertThat(problem.problem().id()).matches("(source|archive)-.*");
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 8, 12})
    void of_shapes_at_random_is_checked_and_mended_without_stumbling(int corners) {
        Random random = new Random(corners);
        double[] odd = {
            0, -0.0, 1e-300, 180, -180, 90, -90, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 69.2, 69.2000001
        };
        for (int i = 0; i < 2_000; i++) {
            double[] points = new double[2 * corners];
            for (int at = 0; at < points.length; at++) {
                points[at] = i % 4 == 0 && at > 1 ? odd[random.nextInt(odd.length)] : random.nextInt(5) * 0.001 + 34;
            }
            var shape = Shapes.polygon(points);

            var checked = GeometryChecks.check(shape, CheckSettings.USUAL);

            boolean numbers = Arrays.stream(points).allMatch(value -> Math.abs(value) <= 180);
            if (numbers && !checked.valid()) {
                Repair.of(shape)
                        .ifPresent(
                                repair -> assertThat(repair.after().isValid()).isTrue());
            }
        }
    }
}
