package org.mineban.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Makes a shape of points as they come from a file, where rings may be open or have two points. What cannot be part of a shape is left out with a finding;
 * never is a whole shape refused for one bad ring.
 */
public final class ShapeBuilder {

    /** Shapes here have no other reference system, so none is written in them. */
    public static final GeometryFactory FACTORY = new GeometryFactory();

    private final List<GeometryFinding> findings = new ArrayList<>(0);
    private final List<Geometry> parts = new ArrayList<>(1);
    private int rings;

    /** What had to be said so far. */
    public List<GeometryFinding> findings() {
        return findings;
    }

    /** Adds a point: x, y. */
    public void point(double x, double y) {
        parts.add(FACTORY.createPoint(sequence(new double[] {x, y}, 1)));
    }

    /** Adds a line of x, y, x, y and so on; the first {@code count} points of the array count. */
    public void line(double[] points, int count) {
        rings++;
        if (count < 2) {
            tooFew(points, count);
            return;
        }
        parts.add(FACTORY.createLineString(sequence(points, count)));
    }

    /** Adds a polygon: the outer ring first, then its holes. */
    public void polygon(List<double[]> given) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>(0);
        for (int i = 0; i < given.size(); i++) {
            LinearRing ring = ring(given.get(i));
            if (i == 0) {
                shell = ring;
            } else if (ring != null) {
                holes.add(ring);
            }
        }
        if (shell != null) {
            parts.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
        }
    }

    /** A ring, closed when it was open; null, with a finding, when it has fewer than three points. */
    @Nullable
    LinearRing ring(double[] points) {
        rings++;
        int count = points.length / 2;
        boolean closed = count > 1 && points[0] == points[2 * count - 2] && points[1] == points[2 * count - 1];
        int different = closed ? count - 1 : count;
        if (different < 3) {
            tooFew(points, different);
            return null;
        }
        if (closed) {
            return FACTORY.createLinearRing(sequence(points, count));
        }
        findings.add(new GeometryFinding(
                GeometryFault.NOT_CLOSED, new Coordinate(points[0], points[1]), Map.of("ring", rings)));
        double[] closing = Arrays.copyOf(points, points.length + 2);
        closing[points.length] = points[0];
        closing[points.length + 1] = points[1];
        return FACTORY.createLinearRing(sequence(closing, count + 1));
    }

    private void tooFew(double[] points, int count) {
        findings.add(new GeometryFinding(
                GeometryFault.TOO_FEW_POINTS,
                count > 0 ? new Coordinate(points[0], points[1]) : null,
                Map.of("ring", rings, "points", count)));
    }

    /** Notes that the points had heights or measures. */
    public void heightsLeftOut() {
        if (findings.stream().noneMatch(one -> one.fault() == GeometryFault.HEIGHT_LEFT_OUT)) {
            findings.add(new GeometryFinding(GeometryFault.HEIGHT_LEFT_OUT, null, Map.of()));
        }
    }

    /** The shape; null when nothing of it could be built, which a finding says if there was anything. */
    public @Nullable Geometry build() {
        if (parts.isEmpty()) {
            return null;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return together(parts);
    }

    /** Several parts as one shape: of one kind if they are. */
    private static Geometry together(List<Geometry> parts) {
        if (parts.stream().allMatch(Polygon.class::isInstance)) {
            return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        }
        if (parts.stream().allMatch(LineString.class::isInstance)) {
            return FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
        }
        if (parts.stream().allMatch(Point.class::isInstance)) {
            return FACTORY.createMultiPoint(parts.toArray(Point[]::new));
        }
        return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private static CoordinateSequence sequence(double[] points, int count) {
        return new PackedCoordinateSequence.Double(
                points.length == 2 * count ? points : Arrays.copyOf(points, 2 * count), 2, 0);
    }
}
