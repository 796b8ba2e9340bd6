package org.mineban.geography;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A place in the Universal Transverse Mercator grid on WGS 84.
 *
 * @param zone from 1 to 60
 * @param north whether it is in the northern half of the world
 * @param easting metres
 * @param northing metres; in the south counted from ten million at the equator
 */
public record UtmPosition(int zone, boolean north, double easting, double northing) {

    private static final CoordinateReferenceSystem WGS_84 =
            new CRSFactory().createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");

    public UtmPosition {
        if (zone < 1 || zone > 60) {
            throw new IllegalArgumentException("zone " + zone);
        }
    }

    /** The place in the zone that it lies in, with the wider zones of Norway and Svalbard. */
    public static UtmPosition of(Position position) {
        return of(position, zone(position));
    }

    /** The place in a zone of choice, which may be a neighbouring one. */
    public static UtmPosition of(Position position, int zone) {
        boolean north = position.latitude() >= 0;
        ProjCoordinate result = new BasicCoordinateTransform(WGS_84, grid(zone, north))
                .transform(new ProjCoordinate(position.longitude(), position.latitude()), new ProjCoordinate());
        return new UtmPosition(zone, north, result.x, result.y);
    }

    /** The place as latitude and longitude. */
    public Position position() {
        ProjCoordinate result = new BasicCoordinateTransform(grid(zone, north), WGS_84)
                .transform(new ProjCoordinate(easting, northing), new ProjCoordinate());
        return new Position(result.y, result.x);
    }

    /** Whether the numbers are such as a place of the grid can have: 100,000 to 900,000 and 0 to 10,000,000. */
    public boolean possible() {
        return easting >= 100_000 && easting <= 900_000 && northing >= 0 && northing <= 10_000_000;
    }

    /**
     * How far grid north lies east of true north at this place, in degrees: 0 at the middle of the zone. A grid bearing is the true one less this.
     */
    public double convergence() {
        Position here = position();
        double fromMiddle = Math.toRadians(here.longitude() - middle(zone));
        return Math.toDegrees(Math.atan(Math.tan(fromMiddle) * Math.sin(Math.toRadians(here.latitude()))));
    }

    /** The longitude of the middle of a zone. */
    static double middle(int zone) {
        return zone * 6 - 183.0;
    }

    static int zone(Position position) {
        double longitude = position.longitude() >= 180 ? -180 : position.longitude();
        double latitude = position.latitude();
        int zone = Math.clamp((long) Math.floor((longitude + 180) / 6) + 1, 1, 60);
        if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) {
            return 32;
        }
        if (latitude >= 72 && latitude <= 84 && longitude >= 0 && longitude < 42) {
            return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;
        }
        return zone;
    }

    /** As {@code 42N 519036.60 3823748.88}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d%s %.2f %.2f", zone, north ? "N" : "S", easting, northing);
    }

    private static CoordinateReferenceSystem grid(int zone, boolean north) {
        int at = (zone - 1) * 2 + (north ? 0 : 1);
        CoordinateReferenceSystem known = Grids.ALL[at];
        if (known == null) {
            known = new CRSFactory()
                    .createFromParameters(
                            "UTM",
                            "+proj=utm +zone=" + zone + (north ? "" : " +south") + " +datum=WGS84 +units=m +no_defs");
            Grids.ALL[at] = known;
        }
        return known;
    }

    /** The 120 grids, each made when first asked for; made twice by two threads they are still the same. */
    private static final class Grids {
        private static final @Nullable CoordinateReferenceSystem[] ALL = new CoordinateReferenceSystem[120];
    }
}
