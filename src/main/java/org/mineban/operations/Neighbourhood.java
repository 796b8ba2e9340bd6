package org.mineban.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.mineban.geography.Severity;

/**
 * Where most places of a file are. One that lies far from them, and would lie among them with a sign changed or its coordinates swapped, was written
 * wrongly (V-08); the borders of States are not known here.
 */
final class Neighbourhood {

    private static final int LEAST_PLACES = 5;
    private static final double FAR_DEGREES = 8;
    private static final double NEAR_DEGREES = 5;

    private final @Nullable Coordinate middle;

    Neighbourhood(List<Geometry> places) {
        if (places.size() < LEAST_PLACES) {
            middle = null;
        } else {
            middle = new Coordinate(
                    median(places.stream()
                            .mapToDouble(place -> place.getCoordinate().x)
                            .toArray()),
                    median(places.stream()
                            .mapToDouble(place -> place.getCoordinate().y)
                            .toArray()));
        }
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    /** What is wrong with a place, when one change of its coordinates would bring it among the others. */
    Optional<Finding> look(@Nullable Geometry place) {
        Coordinate centre = middle;
        if (centre == null || place == null || place.isEmpty()) {
            return Optional.empty();
        }
        Coordinate at = place.getCoordinate();
        if (distance(centre, at) <= FAR_DEGREES) {
            return Optional.empty();
        }
        Map<String, Coordinate> changes = Map.of(
                "longitude-sign", new Coordinate(-at.x, at.y),
                "latitude-sign", new Coordinate(at.x, -at.y),
                "both-signs", new Coordinate(-at.x, -at.y),
                "swapped", new Coordinate(at.y, at.x));
        return changes.entrySet().stream()
                .filter(change -> distance(centre, change.getValue()) <= NEAR_DEGREES)
                .min(Map.Entry.comparingByKey())
                .map(change -> Finding.of(
                        "V-08",
                        Severity.BLOCKS,
                        "geometry",
                        change.getKey(),
                        Map.of("place", text(at), "near", text(change.getValue()))));
    }

    private static double distance(Coordinate one, Coordinate other) {
        return Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
    }

    private static String text(Coordinate at) {
        return String.format(java.util.Locale.ROOT, "%.5f, %.5f", at.y, at.x);
    }
}
