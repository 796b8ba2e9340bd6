package org.mineban.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.geography.CountryOutline;
import org.mineban.kernel.StateCode;

/**
 * Where a State lies, for finding slips of coordinates only.
 *
 * @param outline rough, or the programme's own
 * @param middle the place that programs give when they know no better; empty when the programme has named none
 * @param guessed whether it is only where most places of a file lie: one outside is then told only when a usual slip explains it
 */
public record CountryPlace(CountryOutline outline, Optional<Coordinate> middle, boolean guessed) {

    private static final int LEAST_PLACES = 5;
    private static final double MOST = 0.8;
    private static final double LEAST_DEGREES = 0.5;
    private static final double MOST_DEGREES = 8;
    private static final double WIDER = 4;

    public CountryPlace(CountryOutline outline, Optional<Coordinate> middle) {
        this(outline, middle, false);
    }

    /** As roughly as the program knows every State; empty for a made-up one. Read anew each time: keep it. */
    public static Optional<CountryPlace> of(StateCode state) {
        return CountryOutline.of(state.iso3()).map(outline -> new CountryPlace(outline, Optional.empty()));
    }

    /** A box in degrees, for a made-up State or a region of one. */
    public static CountryPlace inBox(double west, double south, double east, double north) {
        return new CountryPlace(
                CountryOutline.of(new GeometryFactory().toGeometry(new Envelope(west, east, south, north))),
                Optional.empty());
    }

    /** Where most of these places lie, for a State of which no outline is known; empty when they are too few to say. */
    public static Optional<CountryPlace> around(List<Geometry> places) {
        List<Coordinate> at = places.stream()
                .map(Geometry::getCoordinate)
                .filter(one -> one != null && Double.isFinite(one.x) && Double.isFinite(one.y))
                .toList();
        if (at.size() < LEAST_PLACES) {
            return Optional.empty();
        }
        double x = ranked(at, one -> one.x, 0.5);
        double y = ranked(at, one -> one.y, 0.5);
        double usual = ranked(at, one -> Math.max(Math.abs(one.x - x), Math.abs(one.y - y)), MOST);
        double side = Math.clamp(WIDER * usual, LEAST_DEGREES, MOST_DEGREES);
        return Optional.of(
                new CountryPlace(inBox(x - side, y - side, x + side, y + side).outline(), Optional.empty(), true));
    }

    private static double ranked(List<Coordinate> places, ToDoubleFunction<Coordinate> value, double rank) {
        double[] values = places.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values[(int) Math.min(values.length - 1L, Math.round(values.length * rank))];
    }
}
