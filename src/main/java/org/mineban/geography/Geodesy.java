package org.mineban.geography;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas, distances and bearings on the ellipsoid of WGS 84, by Karney's method: right to well under a millimetre. */
public final class Geodesy {

    private Geodesy() {}

    /**
     * The area of a shape in square metres; holes are taken off, lines and points have none. Parts that lie over each other count twice, and of a
     * boundary that crosses itself the loops of opposite direction are taken off each other: mend such shapes first.
     */
    public static double area(Geometry shape) {
        double sum = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                sum += ringArea(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= ringArea(polygon.getInteriorRingN(hole));
                }
            } else if (shape.getGeometryN(i).getNumGeometries() > 1) {
                sum += area(shape.getGeometryN(i));
            }
        }
        return sum;
    }

    private static double ringArea(LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 0; i < points.size() - 1; i++) {
            area.AddPoint(points.getY(i), points.getX(i));
        }
        return Math.abs(area.Compute(false, true).area);
    }

    /** The length of all boundaries and lines of a shape in metres; points have none. */
    public static double perimeter(Geometry shape) {
        double sum = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                sum += length(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum += length(polygon.getInteriorRingN(hole));
                }
            } else if (part instanceof LineString line) {
                sum += length(line);
            }
        }
        return sum;
    }

    private static double length(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += distance(points.getY(i - 1), points.getX(i - 1), points.getY(i), points.getX(i));
        }
        return sum;
    }

    /** The shortest way between two places, in metres. */
    public static double distance(Position from, Position to) {
        return distance(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    static double distance(Coordinate from, Coordinate to) {
        return distance(from.y, from.x, to.y, to.x);
    }

    private static double distance(double latitude, double longitude, double toLatitude, double toLongitude) {
        return Geodesic.WGS84.Inverse(latitude, longitude, toLatitude, toLongitude, GeodesicMask.DISTANCE).s12;
    }

    /** The true bearing at which one leaves for the other place: degrees from north, clockwise, from 0 up to 360. */
    public static double bearing(Position from, Position to) {
        GeodesicData way = Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        return (way.azi1 + 360) % 360;
    }

    /** Where one comes when leaving at that true bearing and going that many metres. */
    public static Position from(Position start, double trueBearing, double metres) {
        GeodesicData way = Geodesic.WGS84.Direct(start.latitude(), start.longitude(), trueBearing, metres);
        return new Position(way.lat2, way.lon2);
    }
}
