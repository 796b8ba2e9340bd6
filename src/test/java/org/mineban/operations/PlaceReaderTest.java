package org.mineban.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Geodesy;
import org.mineban.geography.NumberText;
import org.mineban.operations.WrittenPlace.Role;
import org.mineban.operations.WrittenPlace.Row;

/** The worked example and the ambiguities are those of the specification of mine action operations, sections 12.1 and 12.3. */
@DisplayName("A place as it is written in a report")
class PlaceReaderTest {

    private static Row at(Role role, String place) {
        return new Row(role, "", place, "", "", "", "");
    }

    private static Row leg(Role role, String bearing, String north, String metres) {
        return new Row(role, "", "", bearing, north, metres, "");
    }

    private static WrittenPlace written(boolean adjust, Row... rows) {
        return new WrittenPlace(
                "latitude-first", "ask", "ask", "true", "3,3", "2011-05-01", "degrees", "", adjust, List.of(rows));
    }

    private static Row[] example() {
        return new Row[] {
            at(Role.REFERENCE, "34.55530000, 69.20750000"),
            leg(Role.BENCHMARK, "47.5", "", "312"),
            leg(Role.START, "118", "magnetic", "85"),
            leg(Role.TURNING, "90", "", "120"),
            leg(Role.TURNING, "5", "", "60"),
            leg(Role.TURNING, "275", "", "118"),
            leg(Role.CLOSING, "188", "", "68")
        };
    }

    @Test
    void by_bearing_and_distance_leads_to_the_corners_that_others_worked_out() {
        PlaceReading read = PlaceReader.read(written(false, example()));
        double[][] expected = {
            {34.55530000, 69.20750000},
            {34.55720009, 69.21000640},
            {34.55680201, 69.21079776},
            {34.55680200, 69.21210527},
            {34.55734082, 69.21216225},
            {34.55743352, 69.21088141}
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(read.points().get(i).position().latitude()).isCloseTo(expected[i][0], within(2e-8));
            assertThat(read.points().get(i).position().longitude()).isCloseTo(expected[i][1], within(2e-8));
        }
        assertThat(read.closing().orElseThrow().metres()).isCloseTo(3.25, within(0.005));
        assertThat(read.closing().orElseThrow().closingBearing()).isCloseTo(186.25, within(0.005));
        assertThat(read.closing().orElseThrow().closingDistance()).isCloseTo(70.47, within(0.005));
        assertThat(Geodesy.area(Objects.requireNonNull(read.geometry()))).isCloseTo(7_743.27, within(0.01));
        assertThat(read.notes()).as("3.25 m and 0.9 per cent pass").isEmpty();
    }

    @Test
    void keeps_the_corners_as_surveyed_unless_the_misclosure_is_to_be_spread() {
        PlaceReading surveyed = PlaceReader.read(written(false, example()));
        PlaceReading spread = PlaceReader.read(written(true, example()));
        Geometry before = Objects.requireNonNull(surveyed.geometry());
        Geometry after = Objects.requireNonNull(spread.geometry());
        assertThat(after.getNumPoints()).isEqualTo(before.getNumPoints());
        assertThat(after.equalsExact(before)).isFalse();
        assertThat(WrittenPlace.ofJson(written(true, example()).json())).contains(written(true, example()));
    }

    @Test
    void asks_where_a_text_has_two_meanings_and_says_which_leg_has_nothing_before_it() {
        PlaceReading asked = PlaceReader.read(written(false, at(Role.REFERENCE, "42S 519036 3823748")));
        assertThat(asked.notes())
                .extracting(PlaceReading.Note::message)
                .containsExactly("coordinate.question.south-or-band");
        assertThat(asked.unreadable()).isTrue();
        PlaceReading alone = PlaceReader.read(written(false, leg(Role.START, "90", "", "100")));
        assertThat(alone.notes()).extracting(PlaceReading.Note::message).containsExactly("place.nothing-before");
        PlaceReading wrong =
                PlaceReader.read(written(false, at(Role.START, "34.5, 69.2"), leg(Role.TURNING, "400", "", "1,234")));
        assertThat(wrong.notes())
                .extracting(PlaceReading.Note::message)
                .containsExactly("place.bearing", "place.number");
    }

    @Test
    void without_corners_is_a_point_or_a_circle() {
        WrittenPlace point = written(false, at(Role.REFERENCE, "34.5, 69.2"));
        assertThat(Objects.requireNonNull(PlaceReader.read(point).geometry()).getDimension())
                .isZero();
        WrittenPlace circle =
                new WrittenPlace("latitude-first", "ask", "ask", "", "", "", "degrees", "100", false, point.rows());
        assertThat(Geodesy.area(Objects.requireNonNull(PlaceReader.read(circle).geometry())))
                .as("a polygon of 36 corners in a circle of 100 m: 36/2 × sin 10° × 10,000")
                .isCloseTo(31_256.7, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({
        "118, 118",
        "'118,5', 118.5",
        "١١٨٫٥, 118.5",
        "۱۱۸, 118",
        "'1.234,5', 1234.5",
        "'1,234.5', 1234.5",
        "47°30', 47.5",
        "47°30'36\", 47.51",
        "-3.3, -3.3",
        "−3.3, -3.3"
    })
    void has_numbers_in_many_scripts(String text, double value) {
        assertThat(NumberText.angle(text)).hasValueCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"'1,234'", "abc", "''", "1.2.3", "47°75'"})
    void has_texts_that_are_no_number_or_two(String text) {
        assertThat(NumberText.angle(text)).isEmpty();
    }
}
