package org.mineban.geography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapes for tests. */
public final class Shapes {

    private Shapes() {}

    /** A polygon of longitude, latitude, and so on, which is closed here. */
    public static Polygon polygon(double... numbers) {
        Coordinate[] points = new Coordinate[numbers.length / 2 + 1];
        for (int i = 0; i < points.length - 1; i++) {
            points[i] = new Coordinate(numbers[2 * i], numbers[2 * i + 1]);
        }
        points[points.length - 1] = points[0];
        return ShapeBuilder.FACTORY.createPolygon(points);
    }

    public static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
