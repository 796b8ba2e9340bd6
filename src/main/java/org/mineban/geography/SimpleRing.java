package org.mineban.geography;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Most shapes are one short ring without a fault. Whether no two of its sides meet can be asked of every pair of them in less time than the general
 * answer needs to begin, and without making an object.
 */
final class SimpleRing {

    /** With more sides than this the general way is quicker. */
    private static final int MOST_SIDES = 48;

    private SimpleRing() {}

    /** True when the shape is certainly valid; false when that is not known. */
    static boolean certainlyValid(Geometry shape) {
        Geometry only = shape.getNumGeometries() == 1 ? shape.getGeometryN(0) : shape;
        if (!(only instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
            return false;
        }
        CoordinateSequence points = polygon.getExteriorRing().getCoordinateSequence();
        int sides = points.size() - 1;
        if (sides < 3 || sides > MOST_SIDES) {
            return false;
        }
        Coordinate[] corners = polygon.getExteriorRing().getCoordinates();
        for (int i = 0; i < sides; i++) {
            Coordinate a = corners[i];
            Coordinate b = corners[i + 1];
            if (a.x == b.x && a.y == b.y) {
                return false;
            }
            // The next side shares a point with this one; it may only not lie back on it.
            Coordinate next = corners[(i + 2) % sides];
            if (Orientation.index(a, b, next) == Orientation.COLLINEAR
                    && (a.x - b.x) * (next.x - b.x) + (a.y - b.y) * (next.y - b.y) >= 0) {
                return false;
            }
            double west = Math.min(a.x, b.x);
            double east = Math.max(a.x, b.x);
            double south = Math.min(a.y, b.y);
            double north = Math.max(a.y, b.y);
            int last = i == 0 ? sides - 1 : sides;
            for (int j = i + 2; j < last; j++) {
                Coordinate c = corners[j];
                Coordinate d = corners[j + 1];
                if (Math.max(c.x, d.x) < west
                        || Math.min(c.x, d.x) > east
                        || Math.max(c.y, d.y) < south
                        || Math.min(c.y, d.y) > north) {
                    continue;
                }
                if (Orientation.index(a, b, c) * Orientation.index(a, b, d) <= 0
                        && Orientation.index(c, d, a) * Orientation.index(c, d, b) <= 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
