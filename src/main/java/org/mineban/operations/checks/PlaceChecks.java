package org.mineban.operations.checks;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.mineban.geography.Geodesy;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Position;
import org.mineban.geography.Severity;
import org.mineban.geography.UtmPosition;
import org.mineban.operations.CheckContext;
import org.mineban.operations.CountryPlace;
import org.mineban.operations.Examined;
import org.mineban.operations.NotChecked.Reason;

/** Where a place lies: in the State, in its administrative unit. */
final class PlaceChecks {

    private static final double OUTSIDE_METRES = 1_000;

    /** Nobody takes a zone further away for their own. */
    private static final int NEAR_ZONES = 2;

    private static final double TEN_MILLION = 10_000_000;

    /** What somebody may have done to a place, the likeliest first. */
    private enum Slip {
        SWAP,
        LONGITUDE_SIGN,
        LATITUDE_SIGN,
        BOTH_SIGNS,
        ZONE,
        HEMISPHERE
    }

    private PlaceChecks() {}

    /** A place lies in the State, or near its border; one outside is tried with the usual slips undone. */
    static void v08(Examined record, CheckContext context, Answers answers) {
        Optional<Geometry> shape = record.geometry().filter(one -> !one.isEmpty());
        if (shape.isEmpty()) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        for (GeometryFinding one : record.checkedShape(context.settings()).findings()) {
            if (one.fault() == GeometryFault.CROSSES_ANTIMERIDIAN) {
                answers.shape(one, Severity.WARNS);
            }
        }
        if (context.country().isEmpty()) {
            answers.not(Reason.NO_COUNTRY, "");
            return;
        }
        CountryPlace country = context.country().get();
        if (country.outline().isEmpty() && country.box().contains(shape.get().getEnvelopeInternal())) {
            return;
        }
        double metres = outside(shape.get(), country);
        if (!(metres > OUTSIDE_METRES)) {
            return;
        }
        Coordinate point = shape.get().getCoordinate();
        Map<String, Object> values = Map.of(
                "latitude", degrees(point.y), "longitude", degrees(point.x), "kilometres", Math.round(metres / 1000));
        Optional<Slip> slip = undone(point, country);
        if (slip.isPresent()) {
            answers.blocks("shape", variant(slip.get()), values);
        } else {
            answers.blocks("shape", "", values);
        }
    }

    private static String variant(Slip slip) {
        return switch (slip) {
            case SWAP -> "swap";
            case LONGITUDE_SIGN, LATITUDE_SIGN, BOTH_SIGNS -> "sign";
            case ZONE -> "zone";
            case HEMISPHERE -> "hemisphere";
        };
    }

    private static String degrees(double value) {
        return Double.toString(Math.round(value * 1e6) / 1e6);
    }

    /** The least likely slip is asked last; the first that would bring the place into the State is told. */
    private static Optional<Slip> undone(Coordinate point, CountryPlace country) {
        Map<Slip, Coordinate> guesses = new EnumMap<>(Slip.class);
        guesses.put(Slip.SWAP, new Coordinate(point.y, point.x));
        guesses.put(Slip.LONGITUDE_SIGN, new Coordinate(-point.x, point.y));
        guesses.put(Slip.LATITUDE_SIGN, new Coordinate(point.x, -point.y));
        guesses.put(Slip.BOTH_SIGNS, new Coordinate(-point.x, -point.y));
        for (Map.Entry<Slip, Coordinate> guess : guesses.entrySet()) {
            if (within(guess.getValue(), country)) {
                return Optional.of(guess.getKey());
            }
        }
        Position place = new Position(point.y, point.x);
        if (!place.possible() || Math.abs(point.y) > 84) {
            return Optional.empty();
        }
        UtmPosition grid = UtmPosition.of(place);
        int wanted = UtmPosition.of(
                        new Position(country.box().centre().y, country.box().centre().x))
                .zone();
        for (int zone = Math.max(1, wanted - NEAR_ZONES); zone <= Math.min(60, wanted + NEAR_ZONES); zone++) {
            if (zone != grid.zone()
                    && Math.abs(zone - grid.zone()) <= NEAR_ZONES
                    && within(
                            new UtmPosition(zone, grid.north(), grid.easting(), grid.northing()).position(), country)) {
                return Optional.of(Slip.ZONE);
            }
        }
        UtmPosition other = new UtmPosition(grid.zone(), !grid.north(), grid.easting(), grid.northing());
        // Read in the wrong half of the world, the metres are counted from the other end.
        return other.northing() >= 0 && other.northing() <= TEN_MILLION && within(other.position(), country)
                ? Optional.of(Slip.HEMISPHERE)
                : Optional.empty();
    }

    private static boolean within(Position place, CountryPlace country) {
        return within(place.coordinate(), country);
    }

    private static boolean within(Coordinate point, CountryPlace country) {
        if (!country.box().contains(point)) {
            return false;
        }
        return country.outline()
                .map(outline -> outline.intersects(outline.getFactory().createPoint(point)))
                .orElse(true);
    }

    /** How far the point of a shape that lies furthest outside is from the State, in metres; 0 when none does. */
    private static double outside(Geometry shape, CountryPlace country) {
        double most = 0;
        for (Coordinate point : shape.getCoordinates()) {
            if (Double.isFinite(point.x) && Double.isFinite(point.y) && !within(point, country)) {
                most = Math.max(most, distance(point, country));
            }
        }
        return most;
    }

    private static double distance(Coordinate point, CountryPlace country) {
        Coordinate nearest;
        if (country.outline().isPresent()) {
            Geometry outline = country.outline().get();
            nearest = DistanceOp.nearestPoints(outline, outline.getFactory().createPoint(point))[0];
        } else {
            Envelope box = country.box();
            nearest = new Coordinate(
                    Math.clamp(point.x, box.getMinX(), box.getMaxX()),
                    Math.clamp(point.y, box.getMinY(), box.getMaxY()));
        }
        return Geodesy.distance(
                new Position(Math.clamp(point.y, -90, 90), point.x), new Position(nearest.y, nearest.x));
    }

    /** The administrative unit in which a place lies is the one that the record names. */
    static void v09(Examined record, CheckContext context, Answers answers) {
        Optional<String> given =
                record.fields().text("admin1").or(() -> record.fields().text("admin2"));
        if (given.isEmpty()) {
            answers.not(Reason.NO_VALUE, "admin1");
            return;
        }
        if (record.geometry().isEmpty()) {
            answers.not(Reason.NO_PLACE, "");
            return;
        }
        if (context.lists().adminUnits().isEmpty()) {
            answers.not(Reason.NO_LIST, "admin_units");
            return;
        }
        Optional<String> found =
                context.lists().adminUnits().get().unitOf(record.geometry().get());
        if (found.isEmpty() || !Words.plain(found.get()).equals(Words.plain(given.get()))) {
            answers.warns(
                    "admin1",
                    found.isEmpty() ? "none" : "",
                    found.isEmpty()
                            ? Map.of("given", given.get())
                            : Map.of("given", given.get(), "found", found.get()));
        }
    }
}
