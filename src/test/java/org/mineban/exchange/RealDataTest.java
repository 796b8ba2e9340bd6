package org.mineban.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mineban.exchange.ReadCsvTest.all;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.CheckSettings;
import org.mineban.geography.CheckedShape;
import org.mineban.geography.Geodesy;
import org.mineban.geography.GeometryChecks;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.Overlaps;
import org.mineban.geography.Repair;

/** The data sets of others, with the numbers that shapely 1.8.5 and pyproj 3.4.1 gave for them. */
@DisplayName("Real files")
class RealDataTest {

    private static final double SQUARE_KILOMETRE = 1_000_000;

    /** What a pass over a file of polygons counts. */
    private static final class Counts {
        private int features;
        private int none;
        private int empty;
        private int invalid;
        private final List<Geometry> usable = new ArrayList<>();

        static Counts of(String name) {
            Counts counts = new Counts();
            for (SourceRecord record : all(SharedData.file(name))) {
                counts.features++;
                Geometry shape = record.geometry();
                CheckedShape checked = GeometryChecks.check(shape, CheckSettings.USUAL);
                List<GeometryFault> faults =
                        checked.findings().stream().map(one -> one.fault()).toList();
                if (faults.contains(GeometryFault.NO_GEOMETRY)) {
                    counts.none++;
                } else if (faults.contains(GeometryFault.EMPTY_GEOMETRY)) {
                    counts.empty++;
                } else {
                    counts.invalid += checked.valid() ? 0 : 1;
                    counts.usable.add(Repair.of(shape, Repair.Method.MAIN_DIRECTION)
                            .map(Repair::after)
                            .orElse(shape));
                }
            }
            return counts;
        }

        double area() {
            return usable.stream().mapToDouble(Geodesy::area).sum() / SQUARE_KILOMETRE;
        }
    }

    @Test
    void of_suspect_and_cleared_areas_in_bosnia_give_the_counts_and_areas_that_others_found() {
        Counts suspect = Counts.of("bih-suspect-areas.geojson");
        Counts cleared = Counts.of("bih-cleared-areas.geojson");

        assertThat(suspect.features).isEqualTo(11_068);
        assertThat(suspect.none).isEqualTo(3_094);
        assertThat(suspect.empty).isEqualTo(3);
        assertThat(suspect.usable).hasSize(7_971);
        assertThat(suspect.invalid).isEqualTo(467);
        assertThat(suspect.area()).isCloseTo(811.49, within(0.05));

        assertThat(cleared.features).isEqualTo(8_329);
        assertThat(cleared.none).isEqualTo(108);
        assertThat(cleared.empty).isEqualTo(5);
        assertThat(cleared.invalid).isEqualTo(706);
        assertThat(cleared.area()).isCloseTo(40.06, within(0.05));

        assertThat(Overlaps.unionArea(suspect.usable) / SQUARE_KILOMETRE).isCloseTo(806.41, within(0.05));
        assertThat(Overlaps.unionArea(cleared.usable) / SQUARE_KILOMETRE).isCloseTo(38.45, within(0.05));
        assertThat(Overlaps.areaWithout(suspect.usable, cleared.usable) / SQUARE_KILOMETRE)
                .isCloseTo(805.29, within(0.05));
        assertThat(Overlaps.among(suspect.usable).stream()
                        .filter(pair -> pair.area() > 1)
                        .count())
                .isCloseTo(1_176L, within(20L));
    }

    @Test
    void of_points_in_bosnia_have_a_point_each() {
        List<SourceRecord> records = all(SharedData.file("bih-points.geojson"));

        assertThat(records).hasSize(2_367);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.geometry().getGeometryType()).isEqualTo("Point"));
        assertThat(records.stream()
                        .filter(record -> record.cells().text("typeArea").equals("Incidents"))
                        .count())
                .isEqualTo(1_442);
    }

    @Test
    void of_victims_in_colombia_keep_their_cells_as_written() {
        List<SourceRecord> records = all(SharedData.file("colombia-victims-1984-2023.csv"));

        assertThat(records).hasSize(12_364);
        assertThat(records).allSatisfy(record -> assertThat(record.findings()).isEmpty());
        assertThat(records.getFirst().cells().columns())
                .hasSize(17)
                .startsWith("departamento")
                .contains("Ubicación");
        assertThat(records.stream()
                        .filter(record -> record.cells().text("ano").equals("2,006"))
                        .count())
                .isEqualTo(1_224);
        assertThat(records.stream()
                        .filter(record -> record.cells().text("genero").equals("Muerto"))
                        .count())
                .isEqualTo(2_351);
    }

    @Test
    void of_clearance_in_colombia_add_up() {
        List<SourceRecord> records = all(SharedData.file("colombia-clearance-2005-2014.csv"));

        assertThat(records).hasSize(333);
        assertThat(records.stream()
                        .map(record -> new BigDecimal(
                                record.cells().text("areadespejada").strip()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("2170631.03");
        assertThat(records.stream()
                        .filter(record -> record.cells().text("ano").strip().equals("2013"))
                        .count())
                .isEqualTo(57);
    }
}
