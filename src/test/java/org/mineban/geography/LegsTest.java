package org.mineban.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Legs.Circle;
import org.mineban.geography.Legs.Leg;
import org.mineban.geography.Legs.Misclosure;
import org.mineban.geography.Legs.North;

/** The worked example of a minefield report, computed with geographiclib-geodesic 2.2.0. */
@DisplayName("Points by bearing and distance")
class LegsTest {

    private static final Position REFERENCE = new Position(34.5553, 69.2075);
    private static final Position START = new Position(34.55680201, 69.21079776);

    private static void same(Position found, double latitude, double longitude) {
        Assertions.assertThat(found.latitude()).isCloseTo(latitude, within(1e-8));
        Assertions.assertThat(found.longitude()).isCloseTo(longitude, within(1e-8));
    }

    @Test
    void lead_from_the_reference_point_to_the_benchmark() {
        same(Leg.of(47.5, 312).from(REFERENCE), 34.55720009, 69.21000640);
    }

    @Test
    void by_the_needle_are_turned_by_the_declination() {
        Leg leg = new Leg(118, Circle.DEGREES, new North.Magnetic(3.3), 85, 0);

        assertThat(leg.trueBearing(REFERENCE)).isCloseTo(121.3, within(1e-9));
        same(leg.from(new Position(34.55720009, 69.21000640)), 34.55680201, 69.21079776);
    }

    @Test
    void lead_around_the_area_and_miss_the_start_by_so_much() {
        List<Leg> legs = List.of(Leg.of(90, 120), Leg.of(5, 60), Leg.of(275, 118), Leg.of(188, 68));

        List<Position> corners = Legs.walk(START, legs);
        Misclosure misclosure = Legs.misclosure(START, legs);

        same(corners.get(0), 34.55680200, 69.21210527);
        same(corners.get(1), 34.55734082, 69.21216225);
        same(corners.get(2), 34.55743352, 69.21088141);
        assertThat(misclosure.metres()).isCloseTo(3.25, within(0.01));
        assertThat(misclosure.closingBearing()).isCloseTo(186.25, within(0.01));
        assertThat(misclosure.closingDistance()).isCloseTo(70.47, within(0.01));
        assertThat(misclosure.share().orElseThrow()).isCloseTo(0.009, within(0.0005));
        assertThat(misclosure.tooMuch()).isFalse();
    }

    @Test
    void are_adjusted_only_when_asked_and_come_back_then() {
        List<Leg> legs = List.of(Leg.of(90, 120), Leg.of(5, 60), Leg.of(275, 118), Leg.of(188, 68));

        List<Position> surveyed = Legs.walk(START, legs);
        List<Position> adjusted = Legs.adjusted(START, legs);

        assertThat(adjusted).hasSize(3);
        // The compass rule moves each corner by its share of the 3.25 m: 120, 180 and 298 of 366 m.
        for (int i = 0; i < 3; i++) {
            double share = List.of(120, 180, 298).get(i) / 366.0;
            assertThat(Geodesy.distance(surveyed.get(i), adjusted.get(i))).isCloseTo(3.25 * share, within(0.01));
        }
    }

    @Test
    void enclose_this_area_and_perimeter() {
        Position start = Leg.of(121.3, 85).from(Leg.of(47.5, 312).from(REFERENCE));
        List<Position> corners = Legs.walk(start, List.of(Leg.of(90, 120), Leg.of(5, 60), Leg.of(275, 118)));
        Geometry shape = Shapes.polygon(DoubleStream.concat(
                        DoubleStream.of(start.longitude(), start.latitude()),
                        corners.stream()
                                .flatMapToDouble(corner -> DoubleStream.of(corner.longitude(), corner.latitude())))
                .toArray());

        assertThat(Geodesy.area(shape)).isCloseTo(7743.27, within(0.01));
        assertThat(Geodesy.perimeter(shape)).isCloseTo(368.47, within(0.01));
    }

    @Test
    void by_the_grid_are_turned_by_the_convergence() {
        assertThat(UtmPosition.of(REFERENCE).convergence()).isCloseTo(0.12, within(0.005));
        assertThat(new Leg(90, Circle.DEGREES, new North.Grid(42), 100, 0).trueBearing(REFERENCE))
                .isCloseTo(90.12, within(0.005));
    }

    @Test
    void may_be_in_mils_of_either_kind_and_along_a_slope() {
        assertThat(Circle.MILS_6400.degrees(1600)).isEqualTo(90);
        assertThat(Circle.MILS_6000.degrees(1500)).isEqualTo(90);
        assertThat(Circle.GRADS_400.degrees(100)).isEqualTo(90);
        // cos 60° is a half
        assertThat(new Leg(0, Circle.DEGREES, new North.True(), 100, 60).horizontal())
                .isCloseTo(50, within(1e-9));
    }
}
