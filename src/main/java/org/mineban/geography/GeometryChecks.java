package org.mineban.geography;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * What is wrong with a shape, by itself: whether it is there, closed, free of crossings, spikes and typing errors, of a possible size. Nothing is changed;
 * {@link Repair} offers that.
 */
public final class GeometryChecks {

    /** Two points nearer than this, in degrees, are one: about 0.1 m. */
    static final double SAME = 1e-6;

    private static final int LEAST_DECIMALS = 4;
    private static final int MOST_DECIMALS = 8;
    private static final double METRES_PER_DEGREE = 111_000;

    private final CheckSettings settings;
    private final List<GeometryFinding> findings = new ArrayList<>(0);

    private GeometryChecks(CheckSettings settings) {
        this.settings = settings;
    }

    /** Checks a shape on WGS 84; null means that there is none. */
    public static CheckedShape check(@Nullable Geometry shape, CheckSettings settings) {
        GeometryChecks checks = new GeometryChecks(settings);
        if (shape == null) {
            return new CheckedShape(List.of(finding(GeometryFault.NO_GEOMETRY, null, Map.of())), 0, false);
        }
        if (shape.isEmpty()) {
            return new CheckedShape(List.of(finding(GeometryFault.EMPTY_GEOMETRY, null, Map.of())), 0, false);
        }
        checks.points(shape);
        boolean numbers = checks.findings.stream()
                .noneMatch(
                        one -> one.fault() == GeometryFault.NOT_A_NUMBER || one.fault() == GeometryFault.OUT_OF_RANGE);
        boolean valid = numbers && checks.valid(shape);
        double area = numbers ? Geodesy.area(shape) : 0;
        if (numbers && shape.getDimension() == 2) {
            checks.size(area);
            if (shape.getNumGeometries() > 1) {
                checks.parts(shape);
            }
        }
        return new CheckedShape(checks.findings, area, valid);
    }

    /**
     * Whether a shape that was written in degrees has coordinates too coarse for a place, fewer than four decimals in all of them, or finer than anybody can
     * measure, more than eight in one of them. Not for shapes brought from another coordinate system, whose decimals are worked out.
     */
    public static Optional<GeometryFinding> decimals(Geometry written) {
        int most = 0;
        Coordinate finest = null;
        for (Coordinate point : written.getCoordinates()) {
            int here = Math.max(decimals(point.x), decimals(point.y));
            if (finest == null || here > most) {
                most = here;
                finest = point;
            }
        }
        return finest == null ? Optional.empty() : decimals(most, finest);
    }

    /** The same for a place typed as decimal degrees; other notations have their own precision. */
    public static Optional<GeometryFinding> decimals(CoordinateReading.Read place) {
        return place.notation() == CoordinateReading.Notation.DECIMAL_DEGREES
                ? decimals(place.decimals(), place.position().coordinate())
                : Optional.empty();
    }

    private static Optional<GeometryFinding> decimals(int decimals, Coordinate place) {
        if (decimals < LEAST_DECIMALS) {
            return Optional.of(finding(GeometryFault.FEW_DECIMALS, place, Map.of("decimals", decimals)));
        }
        return decimals > MOST_DECIMALS
                ? Optional.of(finding(GeometryFault.MANY_DECIMALS, place, Map.of("decimals", decimals)))
                : Optional.empty();
    }

    private static int decimals(double value) {
        return Double.isFinite(value)
                ? Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale())
                : 0;
    }

    private static GeometryFinding finding(
            GeometryFault fault, @Nullable Coordinate place, Map<String, Object> values) {
        return new GeometryFinding(fault, place, values);
    }

    private void add(GeometryFault fault, @Nullable Coordinate place, Map<String, Object> values) {
        findings.add(finding(fault, place, values));
    }

    private void points(Geometry shape) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            switch (part) {
                case Polygon polygon -> {
                    if (!polygon.isEmpty()) {
                        line(polygon.getExteriorRing().getCoordinateSequence(), true);
                        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                            line(polygon.getInteriorRingN(hole).getCoordinateSequence(), true);
                        }
                    }
                }
                case LineString line -> line(line.getCoordinateSequence(), line instanceof LinearRing);
                case Point point -> {
                    if (!point.isEmpty()) {
                        point(point.getCoordinateSequence(), 0);
                    }
                }
                default -> points(part);
            }
        }
    }

    /** Whether the coordinates are numbers and degrees. */
    private boolean point(CoordinateSequence points, int i) {
        double x = points.getX(i);
        double y = points.getY(i);
        if (Double.isNaN(x) || Double.isNaN(y) || Double.isInfinite(x) || Double.isInfinite(y)) {
            once(GeometryFault.NOT_A_NUMBER, null, Map.of("point", i + 1));
            return false;
        }
        if (Math.abs(x) > 180 || Math.abs(y) > 90) {
            once(GeometryFault.OUT_OF_RANGE, null, Map.of("x", x, "y", y));
            return false;
        }
        if (Math.abs(x) < SAME && Math.abs(y) < SAME) {
            once(GeometryFault.AT_ZERO, points.getCoordinateCopy(i), Map.of());
        }
        return true;
    }

    private void once(GeometryFault fault, @Nullable Coordinate place, Map<String, Object> values) {
        for (GeometryFinding one : findings) {
            if (one.fault() == fault) {
                return;
            }
        }
        add(fault, place, values);
    }

    private void line(CoordinateSequence points, boolean ring) {
        int size = points.size();
        if (size == 0) {
            return;
        }
        int repeated = 0;
        int firstRepeated = 0;
        boolean good = point(points, 0);
        double west = points.getX(0);
        double east = west;
        for (int i = 1; i < size; i++) {
            good &= point(points, i);
            double x = points.getX(i);
            double y = points.getY(i);
            double dx = Math.abs(x - points.getX(i - 1));
            double dy = Math.abs(y - points.getY(i - 1));
            west = Math.min(west, x);
            east = Math.max(east, x);
            if (dx <= SAME && dy <= SAME) {
                // The last point of a ring comes back to the first: that is no repetition, unless the one before it
                // lies there too.
                repeated++;
                firstRepeated = repeated == 1 ? i : firstRepeated;
            } else if (good && (dx + dy) * METRES_PER_DEGREE > settings.longestStep() * 0.9) {
                step(points, i);
            }
        }
        if (!good) {
            return;
        }
        if (repeated > 0) {
            add(
                    GeometryFault.REPEATED_POINT,
                    points.getCoordinateCopy(firstRepeated),
                    Map.of("point", firstRepeated, "times", repeated + 1));
        }
        if (east - west > 180) {
            once(GeometryFault.CROSSES_ANTIMERIDIAN, points.getCoordinateCopy(0), Map.of());
        }
        if (ring) {
            ring(points, size - 1);
        }
    }

    private void step(CoordinateSequence points, int i) {
        double metres = Geodesy.distance(points.getCoordinateCopy(i - 1), points.getCoordinateCopy(i));
        if (metres > settings.longestStep()) {
            once(
                    GeometryFault.LONG_STEP,
                    points.getCoordinateCopy(i - 1),
                    Map.of("metres", Math.round(metres), "most", settings.longestStep(), "point", i));
        }
    }

    /** What only a ring can have wrong: too few points, the first ones typed again at the end, spikes. */
    private void ring(CoordinateSequence points, int sides) {
        int different = 0;
        for (int i = 0; i < sides && different < 3; i++) {
            boolean seen = false;
            for (int before = 0; before < i && !seen; before++) {
                seen = same(points, i, before);
            }
            different += seen ? 0 : 1;
        }
        if (different < 3) {
            once(GeometryFault.TOO_FEW_POINTS, points.getCoordinateCopy(0), Map.of("ring", 1, "points", different));
            return;
        }
        if (sides >= 5 && same(points, sides - 2, 0) && same(points, sides - 1, 1)) {
            once(GeometryFault.TYPING_LOOP, points.getCoordinateCopy(0), Map.of());
        }
        for (int i = 0; i < sides; i++) {
            if (spike(points, (i + sides - 1) % sides, i, (i + 1) % sides)) {
                once(GeometryFault.SPIKE, points.getCoordinateCopy(i), Map.of());
                return;
            }
        }
    }

    private static boolean same(CoordinateSequence points, int one, int other) {
        return Math.abs(points.getX(one) - points.getX(other)) <= SAME
                && Math.abs(points.getY(one) - points.getY(other)) <= SAME;
    }

    private static boolean spike(CoordinateSequence points, int before, int at, int after) {
        double ax = points.getX(before) - points.getX(at);
        double ay = points.getY(before) - points.getY(at);
        double bx = points.getX(after) - points.getX(at);
        double by = points.getY(after) - points.getY(at);
        double dot = ax * bx + ay * by;
        double shorter = Math.min(ax * ax + ay * ay, bx * bx + by * by);
        if (dot <= 0 || shorter == 0) {
            return false;
        }
        // The two sides lie on each other: the area between them is nothing beside their length.
        double cross = Math.abs(ax * by - ay * bx);
        return cross <= 1e-9 * dot;
    }

    private boolean valid(Geometry shape) {
        if (shape.getDimension() < 2 || SimpleRing.certainlyValid(shape)) {
            return true;
        }
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) {
            return true;
        }
        GeometryFault fault = switch (error.getErrorType()) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL,
                    TopologyValidationError.NESTED_HOLES,
                    TopologyValidationError.NESTED_SHELLS,
                    TopologyValidationError.DUPLICATE_RINGS -> GeometryFault.RINGS_OUT_OF_PLACE;
            case TopologyValidationError.TOO_FEW_POINTS -> GeometryFault.TOO_FEW_POINTS;
            default -> GeometryFault.SELF_INTERSECTION;
        };
        boolean known = findings.stream().anyMatch(one -> one.fault() == fault);
        boolean spike = findings.stream().anyMatch(one -> one.fault() == GeometryFault.SPIKE);
        if (!known && !(spike && fault == GeometryFault.SELF_INTERSECTION)) {
            add(
                    fault,
                    error.getCoordinate(),
                    fault == GeometryFault.TOO_FEW_POINTS ? Map.of("ring", 1, "points", 2) : Map.of());
        }
        return false;
    }

    private void size(double area) {
        if (area > settings.hugestArea()) {
            add(GeometryFault.HUGE_AREA, null, Map.of("area", Math.round(area), "most", settings.hugestArea()));
        } else if (area > settings.largestArea()) {
            add(GeometryFault.LARGE_AREA, null, Map.of("area", Math.round(area), "most", settings.largestArea()));
        } else if (area < settings.smallestArea()
                && findings.stream().noneMatch(one -> one.fault() == GeometryFault.TOO_FEW_POINTS)) {
            add(
                    GeometryFault.SMALL_AREA,
                    null,
                    Map.of("area", Math.round(area * 100) / 100.0, "least", settings.smallestArea()));
        }
    }

    private void parts(Geometry shape) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            parts.add(shape.getGeometryN(i));
        }
        Overlaps.among(parts).stream()
                .filter(overlap -> overlap.shareOfSmaller() > 0.009)
                .findFirst()
                .ifPresent(overlap -> add(
                        GeometryFault.PARTS_OVERLAP,
                        overlap.place(),
                        Map.of("percent", Math.round(overlap.shareOfSmaller() * 1000) / 10.0)));
    }
}
