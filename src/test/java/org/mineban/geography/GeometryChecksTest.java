package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Overlaps.Overlap;

@DisplayName("The checks of a shape")
class GeometryChecksTest {

    /** A square of about 100 m by 100 m near Kabul. */
    private static final String SQUARE = "(69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.501, 69.2 34.5)";

    private static List<GeometryFault> faults(Geometry shape) {
        return GeometryChecks.check(shape, CheckSettings.USUAL).findings().stream()
                .map(GeometryFinding::fault)
                .toList();
    }

    @Test
    void find_nothing_in_a_shape_in_order_and_give_its_area() {
        CheckedShape checked = GeometryChecks.check(Shapes.wkt("POLYGON (" + SQUARE + ")"), CheckSettings.USUAL);

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.valid()).isTrue();
        // A degree is 111.0 km north and 91.8 km east there: 111.0 m by 91.8 m.
        assertThat(checked.area()).isCloseTo(110.95 * 91.84, within(15.0));
    }

    @Test
    void tell_a_shape_that_is_not_there_from_one_without_points() {
        assertThat(GeometryChecks.check(null, CheckSettings.USUAL).findings())
                .extracting(GeometryFinding::fault)
                .containsExactly(GeometryFault.NO_GEOMETRY);
        assertThat(faults(Shapes.wkt("POLYGON EMPTY"))).containsExactly(GeometryFault.EMPTY_GEOMETRY);
        assertThat(faults(Shapes.wkt("GEOMETRYCOLLECTION EMPTY"))).containsExactly(GeometryFault.EMPTY_GEOMETRY);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((69.2 34.5, 69.201 34.501, 69.201 34.5, 69.2 34.501, 69.2 34.5)) | SELF_INTERSECTION",
                "POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.203 34.501, 69.201 34.501, 69.2 34.501, 69.2 34.5)) | SPIKE",
                "POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.5000005, 69.201 34.501, 69.2 34.501, 69.2 34.5)) | REPEATED_POINT",
                "POLYGON ((69.2 34.5, 69.201 34.5, 69.2 34.5)) | TOO_FEW_POINTS",
                "POLYGON ((69.2 34.5, 69.2 34.5, 69.2 34.5, 69.2 34.5)) | TOO_FEW_POINTS",
                "POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.501, 69.2 34.5, 69.201 34.5, 69.2 34.5)) | TYPING_LOOP",
                "POLYGON ((69.2 34.5, 69.26 34.5, 69.26 34.501, 69.2 34.501, 69.2 34.5)) | LONG_STEP",
                "POLYGON ((69.2 34.5, 69.20001 34.5, 69.20001 34.50001, 69.2 34.50001, 69.2 34.5)) | SMALL_AREA",
                "POLYGON ((69.2 34.5, 69.23 34.5, 69.23 34.53, 69.2 34.53, 69.2 34.5)) | LARGE_AREA",
                "POLYGON ((69 34, 70 34, 70 35, 69 35, 69 34)) | HUGE_AREA",
                "POLYGON ((0 0, 0.001 0, 0.001 0.001, 0 0.001, 0 0)) | AT_ZERO",
                "POINT (0 0) | AT_ZERO",
                "POINT (519036.6 3823748.88) | OUT_OF_RANGE",
                "POLYGON ((179.99 10, -179.99 10, -179.99 10.001, 179.99 10.001, 179.99 10)) | CROSSES_ANTIMERIDIAN",
                "POLYGON ((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.501, 69.2 34.5), (69.3 34.6, 69.301 34.6, 69.301 34.601, 69.3 34.6)) | RINGS_OUT_OF_PLACE",
                "MULTIPOLYGON (((69.2 34.5, 69.201 34.5, 69.201 34.501, 69.2 34.501, 69.2 34.5)), ((69.2005 34.5, 69.2015 34.5, 69.2015 34.501, 69.2005 34.501, 69.2005 34.5))) | PARTS_OVERLAP",
            })
    void find(String wkt, GeometryFault fault) {
        assertThat(faults(Shapes.wkt(wkt))).contains(fault);
    }

    @Test
    void name_the_place_where_a_boundary_crosses_itself() {
        Geometry bowTie = Shapes.wkt("POLYGON ((69.2 34.5, 69.201 34.501, 69.201 34.5, 69.2 34.501, 69.2 34.5))");

        GeometryFinding finding = GeometryChecks.check(bowTie, CheckSettings.USUAL).findings().stream()
                .filter(one -> one.fault() == GeometryFault.SELF_INTERSECTION)
                .findFirst()
                .orElseThrow();

        assertThat(finding.place().distance(new Coordinate(69.2005, 34.5005))).isLessThan(1e-9);
    }

    @Test
    void find_a_coordinate_that_is_no_number_and_do_not_stumble_over_it() {
        Geometry shape = Shapes.polygon(69.2, 34.5, Double.NaN, 34.5, 69.201, 34.501);

        CheckedShape checked = GeometryChecks.check(shape, CheckSettings.USUAL);

        assertThat(checked.findings()).extracting(GeometryFinding::fault).containsExactly(GeometryFault.NOT_A_NUMBER);
        assertThat(checked.valid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 89.9, 90 89.9, 180 89.9, -90 89.9, 0 89.9))",
                "POLYGON ((0 90, 10 90, 10 89, 0 90))",
                "POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
                "LINESTRING (179 0, -179 0)",
                "POINT (180 -90)",
            })
    void survive_the_poles_and_the_antimeridian(String wkt) {
        assertThat(GeometryChecks.check(Shapes.wkt(wkt), CheckSettings.USUAL).area())
                .isFinite();
    }

    @Test
    void agree_with_the_general_way_on_thousands_of_rings_of_random_points() {
        java.util.Random random = new java.util.Random(12);
        for (int n = 0; n < 20_000; n++) {
            double[] points = new double[2 * (3 + random.nextInt(6))];
            for (int i = 0; i < points.length; i++) {
                points[i] = random.nextInt(6) / 1000.0 + (i % 2 == 0 ? 69 : 34);
            }
            Geometry shape = Shapes.polygon(points);

            assertThat(SimpleRing.certainlyValid(shape) && !shape.isValid())
                    .as(shape.toText())
                    .isFalse();
        }
    }

    @Nested
    @DisplayName("and the repair")
    class Repairs {

        @Test
        void of_a_bow_tie_keeps_the_land_of_both_lobes() {
            Geometry bowTie = Shapes.wkt("POLYGON ((69.2 34.5, 69.201 34.501, 69.201 34.5, 69.2 34.501, 69.2 34.5))");

            Repair repair = Repair.of(bowTie).orElseThrow();

            assertThat(repair.after().isValid()).isTrue();
            assertThat(repair.areaBefore()).isLessThan(10);
            // Two triangles, each a quarter of the square of 10,190 m².
            assertThat(repair.areaAfter()).isCloseTo(10_190 / 2.0, within(20.0));
            assertThat(Repair.of(bowTie, Repair.Method.MAIN_DIRECTION)
                            .orElseThrow()
                            .areaAfter())
                    .isCloseTo(10_190 / 4.0, within(10.0));
        }

        @Test
        void is_not_offered_for_a_shape_in_order_or_where_nothing_would_be_left() {
            assertThat(Repair.of(Shapes.wkt("POLYGON (" + SQUARE + ")"))).isEmpty();
            assertThat(Repair.of(Shapes.wkt("POLYGON ((69.2 34.5, 69.201 34.5, 69.2 34.5))")))
                    .isEmpty();
            assertThat(Repair.of(null)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT (69.2 34.55)                    | FEW_DECIMALS  | 2",
                "POLYGON ((69 34, 70 34, 70 35, 69 34)) | FEW_DECIMALS  | 0",
                "POINT (69.2075 34.5)                  | none          | 0",
                "POINT (69.20751234 34.5)              | none          | 0",
                "POINT (69.207512345 34.5)             | MANY_DECIMALS | 9",
            })
    void count_the_decimals_of_a_shape_as_it_was_written(String wkt, String fault, int decimals) {
        assertThat(GeometryChecks.decimals(Shapes.wkt(wkt))
                        .map(one -> one.fault().name() + one.values()))
                .isEqualTo(
                        fault.equals("none")
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(fault + "{decimals=" + decimals + "}"));
    }

    @Test
    void count_the_decimals_of_a_place_as_it_was_typed() {
        assertThat(GeometryChecks.decimals((CoordinateReading.Read) CoordinateText.read("34.50, 69.20"))
                        .map(GeometryFinding::values))
                .contains(java.util.Map.of("decimals", 2));
        assertThat(GeometryChecks.decimals((CoordinateReading.Read) CoordinateText.read("34.5000, 69.2000")))
                .isEmpty();
        assertThat(GeometryChecks.decimals((CoordinateReading.Read) CoordinateText.read("42SWD1903")))
                .isEmpty();
    }

    @Test
    void give_the_land_that_two_shapes_share() {
        Geometry left = Shapes.wkt("POLYGON (" + SQUARE + ")");
        Geometry right =
                Shapes.wkt("POLYGON ((69.2005 34.5, 69.2015 34.5, 69.2015 34.501, 69.2005 34.501, 69.2005 34.5))");
        Geometry apart = Shapes.wkt("POLYGON ((70 34, 70.001 34, 70.001 34.001, 70 34))");

        List<Overlap> overlaps = Overlaps.among(List.of(left, apart, right));

        assertThat(overlaps).hasSize(1);
        assertThat(overlaps.getFirst().first()).isZero();
        assertThat(overlaps.getFirst().second()).isEqualTo(2);
        assertThat(overlaps.getFirst().shareOfSmaller()).isCloseTo(0.5, within(1e-6));
        assertThat(overlaps.getFirst().area()).isCloseTo(Geodesy.area(left) / 2, within(0.01));
        assertThat(Overlaps.unionArea(List.of(left, right))).isCloseTo(Geodesy.area(left) * 1.5, within(0.01));
        assertThat(Overlaps.areaWithout(List.of(left), List.of(right))).isCloseTo(Geodesy.area(left) / 2, within(0.01));
    }

    @Test
    void use_a_plane_that_keeps_areas_and_leads_back() {
        for (String wkt : new String[] {
            "POLYGON (" + SQUARE + ")",
            "POLYGON ((16.3 -13.7, 16.301 -13.7, 16.301 -13.699, 16.3 -13.7))",
            "POLYGON ((15.6 78.2, 15.602 78.2, 15.602 78.201, 15.6 78.2))"
        }) {
            Geometry shape = Shapes.wkt(wkt);
            PlanarFrame frame = PlanarFrame.around(new Position(0, 10));

            double area = Geodesy.area(shape);
            assertThat(frame.flat(shape).getArea()).isCloseTo(area, within(area * 5e-5));
            assertThat(frame.round(frame.flat(shape)).getCoordinate().distance(shape.getCoordinate()))
                    .isLessThan(1e-11);
        }
    }
}
