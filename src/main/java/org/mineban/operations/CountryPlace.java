package org.mineban.operations;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.geography.CountryOutline;
import org.mineban.kernel.StateCode;

/**
 * Where a State lies, for finding slips of coordinates only.
 *
 * @param outline rough, or the programme's own
 * @param middle the place that programs give when they know no better; empty when the programme has named none
 */
public record CountryPlace(CountryOutline outline, Optional<Coordinate> middle) {

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
}
