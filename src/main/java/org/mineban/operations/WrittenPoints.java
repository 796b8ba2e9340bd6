package org.mineban.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mineban.geography.Legs;
import org.mineban.geography.Position;

/**
 * A polygon as somebody wrote it down: points, or bearings and distances.
 *
 * @param system the coordinate system of the points, as {@code EPSG:32642}; empty when nobody said
 * @param start where the legs begin; empty when there are none
 * @param legs from point to point and back to the start; none when the points have coordinates
 */
public record WrittenPoints(List<Point> points, Optional<String> system, Optional<Position> start, List<Leg> legs) {

    public WrittenPoints {
        points = List.copyOf(points);
        legs = List.copyOf(legs);
    }

    /**
     * A point.
     *
     * @param name as written; may be empty
     * @param x longitude in degrees, or metres eastwards
     * @param y latitude in degrees, or metres northwards
     */
    public record Point(String name, double x, double y) {}

    /** From which north a bearing was taken. */
    public enum North {
        TRUE,
        MAGNETIC,
        GRID
    }

    /**
     * A leg.
     *
     * @param north empty when nobody said
     * @param declination degrees that the needle points east of the pole; empty when nobody said
     * @param declinationOn the day of which the declination is; empty when nobody said
     * @param metres along the ground
     */
    public record Leg(
            double bearing,
            Legs.Circle circle,
            Optional<North> north,
            OptionalDouble declination,
            Optional<LocalDate> declinationOn,
            double metres,
            double slope) {

        /** A leg by true bearing in degrees and horizontal distance. */
        public static Leg of(double trueBearing, double metres) {
            return new Leg(
                    trueBearing,
                    Legs.Circle.DEGREES,
                    Optional.of(North.TRUE),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    metres,
                    0);
        }
    }
}
