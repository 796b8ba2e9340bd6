package org.mineban.geography;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The rough outline of a country, for finding slips of coordinates only. It is off by up to {@link #ERROR_METRES}, is shown to nobody, and says nothing on
 * the status of any territory; a disputed one may stand with more than one State.
 */
public final class CountryOutline {

    /** How far the outline may be off. */
    public static final double ERROR_METRES = 2_500;

    /** Degrees of the cells that are known to lie within. */
    private static final double CELL = 0.1;

    private static final int MOST_CELLS = 4;

    private static final Pattern POLYGONS = Pattern.compile("\\|");
    private static final Pattern RINGS = Pattern.compile(" ");
    private static final String RESOURCE = "geography/country-outlines.txt";

    private final MultiPolygon shape;
    private final IndexedPointInAreaLocator locator;
    private final PreparedGeometry prepared;
    private final Map<Long, Boolean> cells = new ConcurrentHashMap<>();

    private CountryOutline(MultiPolygon shape) {
        this.shape = shape;
        locator = new IndexedPointInAreaLocator(shape);
        prepared = PreparedGeometryFactory.prepare(shape);
    }

    /** The outline of the country with that code of three letters; empty for one that is not known, such as a made-up one. Read anew each time: keep it. */
    public static Optional<CountryOutline> of(String iso3) {
        try (InputStream in = CountryOutline.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the program.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(iso3 + " ") && iso3.length() == 3) {
                    return Optional.of(new CountryOutline(parse(line.substring(4))));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An outline of one's own, for a programme that has a better one. */
    public static CountryOutline of(Geometry shape) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                polygons.add(polygon);
            }
        }
        return new CountryOutline(ShapeBuilder.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
    }

    private static MultiPolygon parse(String text) {
        return ShapeBuilder.FACTORY.createMultiPolygon(
                POLYGONS.splitAsStream(text).map(CountryOutline::polygon).toArray(Polygon[]::new));
    }

    private static Polygon polygon(String text) {
        List<LinearRing> rings =
                RINGS.splitAsStream(text).map(CountryOutline::ring).toList();
        return ShapeBuilder.FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(String text) {
        List<Coordinate> points = new ArrayList<>();
        int at = 0;
        long x = 0;
        long y = 0;
        while (at < text.length()) {
            long[] deltas = new long[2];
            for (int i = 0; i < 2; i++) {
                int shift = 0;
                long value = 0;
                int part;
                do {
                    char sign = text.charAt(at++);
                    part = (sign == '!' ? '|' : sign) - 63;
                    value |= (long) (part & 0x1f) << shift;
                    shift += 5;
                } while (part >= 0x20);
                deltas[i] = (value & 1) != 0 ? ~(value >> 1) : value >> 1;
            }
            x += deltas[0];
            y += deltas[1];
            points.add(new Coordinate(x / 1000.0, y / 1000.0));
        }
        return ShapeBuilder.FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
    }

    /** Its box in degrees. */
    public Envelope box() {
        return shape.getEnvelopeInternal();
    }

    /** Whether the place lies within the outline. */
    public boolean contains(Position place) {
        return place.possible() && locator.locate(place.coordinate()) != Location.EXTERIOR;
    }

    /** Whether a box of degrees lies within the outline for certain: quick, and false for some that do. */
    public boolean surelyContains(Envelope box) {
        long west = Math.round(Math.floor(box.getMinX() / CELL));
        long south = Math.round(Math.floor(box.getMinY() / CELL));
        long east = Math.round(Math.floor(box.getMaxX() / CELL));
        long north = Math.round(Math.floor(box.getMaxY() / CELL));
        if (east - west > MOST_CELLS || north - south > MOST_CELLS) {
            return false;
        }
        for (long x = west; x <= east; x++) {
            for (long y = south; y <= north; y++) {
                if (!cell(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean cell(long x, long y) {
        return cells.computeIfAbsent((x << 32) | (y & 0xffffffffL), absent -> {
            Envelope cell = new Envelope(x * CELL, (x + 1) * CELL, y * CELL, (y + 1) * CELL);
            return shape.getEnvelopeInternal().contains(cell)
                    && prepared.contains(ShapeBuilder.FACTORY.toGeometry(cell));
        });
    }

    /** How far the place lies outside, in metres; 0 within. Infinite for what is no place. */
    public double metresOutside(Position place) {
        if (!place.possible()) {
            return Double.POSITIVE_INFINITY;
        }
        if (contains(place)) {
            return 0;
        }
        // The nearest point of the outline on a plane that is right at this place; then the way there on the ellipsoid.
        double squeeze = Math.max(0.01, Math.cos(Math.toRadians(place.latitude())));
        double nearest = Double.POSITIVE_INFINITY;
        Position best = place;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Coordinate[] points =
                    ((Polygon) shape.getGeometryN(i)).getExteriorRing().getCoordinates();
            for (int j = 1; j < points.length; j++) {
                double ax = (points[j - 1].x - place.longitude()) * squeeze;
                double ay = points[j - 1].y - place.latitude();
                double bx = (points[j].x - place.longitude()) * squeeze - ax;
                double by = points[j].y - place.latitude() - ay;
                double length = bx * bx + by * by;
                double along = length == 0 ? 0 : Math.clamp(-(ax * bx + ay * by) / length, 0, 1);
                double dx = ax + along * bx;
                double dy = ay + along * by;
                if (dx * dx + dy * dy < nearest) {
                    nearest = dx * dx + dy * dy;
                    best = new Position(place.latitude() + dy, place.longitude() + dx / squeeze);
                }
            }
        }
        return Geodesy.distance(place, best);
    }

    /** Whether the place lies outside by more than that many metres, the outline's own error allowed for. */
    public boolean outside(Position place, double metres) {
        return metresOutside(place) > metres + ERROR_METRES;
    }
}
