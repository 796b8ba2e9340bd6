package org.mineban.geography;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A plane on which areas are as large as on the ellipsoid of WGS 84: Lambert's cylindrical equal-area projection, true to scale at one latitude. For asking
 * whether shapes meet, and how much of one lies in another; what it gives is in metres.
 *
 * <p>Written out here rather than asked of the projection library, since it is called for every point of every shape and each axis is one formula.
 * Between its corners an edge is straight here and bends a little on the ellipsoid: for an edge of 100 m along a parallel at 45 degrees that is 0.01 m²,
 * for one of a kilometre 13 m².
 */
public final class PlanarFrame {

    private static final double SEMI_MAJOR = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double E = Math.sqrt(E2);

    private final double scale;
    private final double middle;

    private PlanarFrame(double latitude, double longitude) {
        double trueTo = Math.toRadians(Math.clamp(latitude, -85, 85));
        double sine = Math.sin(trueTo);
        scale = Math.cos(trueTo) / Math.sqrt(1 - E2 * sine * sine);
        middle = longitude;
    }

    /** A plane for shapes near that place. */
    public static PlanarFrame around(Position place) {
        return new PlanarFrame(place.latitude(), place.longitude());
    }

    /** A plane for that shape and what lies near it. An empty shape has one too. */
    public static PlanarFrame around(Geometry shape) {
        if (shape.isEmpty()) {
            return new PlanarFrame(0, 0);
        }
        var box = shape.getEnvelopeInternal();
        return new PlanarFrame((box.getMinY() + box.getMaxY()) / 2, (box.getMinX() + box.getMaxX()) / 2);
    }

    /** A copy of the shape on this plane. */
    public Geometry flat(Geometry shape) {
        return moved(shape, true);
    }

    /** A copy of a shape of this plane, back on WGS 84. */
    public Geometry round(Geometry flat) {
        return moved(flat, false);
    }

    private Geometry moved(Geometry shape, boolean onto) {
        Geometry copy = shape.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                double x = points.getOrdinate(i, 0);
                double y = points.getOrdinate(i, 1);
                points.setOrdinate(i, 0, onto ? x(x) : longitude(x));
                points.setOrdinate(i, 1, onto ? y(y) : latitude(y));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        copy.geometryChanged();
        return copy;
    }

    private double x(double longitude) {
        return SEMI_MAJOR * scale * Math.toRadians(longitude - middle);
    }

    private double y(double latitude) {
        return SEMI_MAJOR * q(Math.sin(Math.toRadians(latitude))) / (2 * scale);
    }

    private double longitude(double x) {
        return middle + Math.toDegrees(x / (SEMI_MAJOR * scale));
    }

    private double latitude(double y) {
        double q = 2 * scale * y / SEMI_MAJOR;
        double sine = Math.clamp(q / 2, -1, 1);
        // Newton's method; q is nearly twice the sine, so a few steps are enough.
        for (int i = 0; i < 8; i++) {
            double slope = 2 * (1 - E2) / ((1 - E2 * sine * sine) * (1 - E2 * sine * sine));
            double next = Math.clamp(sine - (q(sine) - q) / slope, -1, 1);
            if (Math.abs(next - sine) < 1e-16) {
                break;
            }
            sine = next;
        }
        return Math.toDegrees(Math.asin(sine));
    }

    private static double q(double sine) {
        return (1 - E2) * (sine / (1 - E2 * sine * sine) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
    }
}
