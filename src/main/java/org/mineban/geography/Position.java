package org.mineban.geography;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place on WGS 84.
 *
 * @param latitude in degrees, north positive
 * @param longitude in degrees, east positive
 */
public record Position(double latitude, double longitude) {

    /** As a coordinate of a shape: longitude first. */
    public Coordinate coordinate() {
        return new Coordinate(longitude, latitude);
    }

    /** Whether these can be a latitude and a longitude. */
    public boolean possible() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
