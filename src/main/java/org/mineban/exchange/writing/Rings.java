package org.mineban.exchange.writing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Rings in the direction that a format wants, and numbers as short as they can be. */
final class Rings {

    private static final double SEVEN = 1e7;

    private Rings() {}

    /** The points of a ring, turned against the clock or with it when it goes the other way. */
    static CoordinateSequence turned(LinearRing ring, boolean againstClock) {
        CoordinateSequence points = ring.getCoordinateSequence();
        if (points.size() < 4 || Orientation.isCCW(points) == againstClock) {
            return points;
        }
        return ring.reverse().getCoordinateSequence();
    }

    /** A number of at most seven decimals, about a centimetre, without zeros at its end. */
    static void append(StringBuilder text, double value) {
        if (!(Math.abs(value) < 1e9)) {
            text.append(Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : "null");
            return;
        }
        long scaled = Math.round(value * SEVEN);
        if (scaled < 0) {
            text.append('-');
            scaled = -scaled;
        }
        text.append(scaled / 10_000_000);
        long rest = scaled % 10_000_000;
        if (rest == 0) {
            return;
        }
        text.append('.');
        long unit = 1_000_000;
        while (rest > 0) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
            unit /= 10;
        }
    }

    /** Well-known text of seven decimals, shells against the clock. */
    static String wellKnown(@Nullable Geometry shape) {
        if (shape == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        wellKnown(shape, text);
        return text.toString();
    }

    private static void wellKnown(Geometry shape, StringBuilder text) {
        text.append(shape.getGeometryType().toUpperCase(java.util.Locale.ROOT).replace("LINEARRING", "LINESTRING"));
        text.append(' ');
        if (shape.isEmpty()) {
            text.append("EMPTY");
            return;
        }
        if (shape instanceof GeometryCollection) {
            boolean mixed = shape.getGeometryType().equals("GeometryCollection");
            text.append('(');
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                text.append(i > 0 ? ", " : "");
                if (mixed) {
                    wellKnown(shape.getGeometryN(i), text);
                } else {
                    body(shape.getGeometryN(i), text);
                }
            }
            text.append(')');
        } else {
            body(shape, text);
        }
    }

    private static void body(Geometry shape, StringBuilder text) {
        switch (shape) {
            case Point point -> list(point.getCoordinateSequence(), text);
            case LineString line -> list(line.getCoordinateSequence(), text);
            case Polygon polygon -> {
                text.append('(');
                list(turned(polygon.getExteriorRing(), true), text);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    list(turned(polygon.getInteriorRingN(i), false), text.append(", "));
                }
                text.append(')');
            }
            default -> text.append("EMPTY");
        }
    }

    private static void list(CoordinateSequence points, StringBuilder text) {
        text.append('(');
        for (int i = 0; i < points.size(); i++) {
            text.append(i > 0 ? ", " : "");
            append(text, points.getX(i));
            append(text.append(' '), points.getY(i));
        }
        text.append(')');
    }

    /** A value in words, for formats of text only; empty for null. */
    static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Double number -> BigDecimal.valueOf(number).toPlainString().replaceFirst("\\.0$", "");
            default -> value.toString();
        };
    }

    /** A text that no spreadsheet takes for a formula. */
    static String harmless(@Nullable Object value) {
        String text = words(value);
        boolean formula = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
