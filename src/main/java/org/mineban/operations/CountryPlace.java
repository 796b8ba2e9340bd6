package org.mineban.operations;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a State lies, as far as its programme has said.
 *
 * @param box the least box of longitudes and latitudes around it; of a State on both sides of the line where east becomes west, all longitudes
 * @param outline its land on WGS 84; empty when only the box is known
 * @param middle the place that programs give when they know no better; empty when not known
 */
public record CountryPlace(Envelope box, Optional<Geometry> outline, Optional<Coordinate> middle) {

    public CountryPlace {
        box = box.copy();
    }

    /** A State of which only the box is known. */
    public static CountryPlace inBox(double west, double south, double east, double north) {
        return new CountryPlace(new Envelope(west, east, south, north), Optional.empty(), Optional.empty());
    }

    @Override
    public Envelope box() {
        return box.copy();
    }
}
