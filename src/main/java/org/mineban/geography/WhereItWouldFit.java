package org.mineban.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rule V-08: a place outside its country is most often inside it by one of a few slips. This tells by which; a person chooses, and nothing is corrected by
 * itself.
 */
public final class WhereItWouldFit {

    /** Rule V-08: how far outside a place may lie before it is told. */
    public static final double MARGIN_METRES = 1_000;

    private WhereItWouldFit() {}

    /** What may have gone wrong. */
    public enum Slip {
        SWAPPED,
        LONGITUDE_SIGN,
        LATITUDE_SIGN,
        BOTH_SIGNS,
        SWAPPED_AND_SIGN,
        /** Another zone of the grid. */
        ZONE,
        /** The other half of the world, in the grid. */
        HEMISPHERE;

        /** The key of the words for it. */
        public String message() {
            return "coordinate.wrong-guess." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A slip that would explain it.
     *
     * @param slip what went wrong
     * @param place where it would lie without
     * @param zone the zone of the grid that is right, for slips of the grid; 0 for others
     */
    public record Fit(Slip slip, Position place, int zone) {}

    /** Every slip without which the place would lie in the country, the likelier ones first; none when it lies there as it is. */
    public static List<Fit> fits(Position place, CountryOutline country) {
        List<Fit> fits = new ArrayList<>();
        if (Double.isNaN(place.latitude()) || !country.outside(place, MARGIN_METRES)) {
            return fits;
        }
        double latitude = place.latitude();
        double longitude = place.longitude();
        add(Slip.SWAPPED, new Position(longitude, latitude), 0, country, fits);
        add(Slip.LONGITUDE_SIGN, new Position(latitude, -longitude), 0, country, fits);
        add(Slip.LATITUDE_SIGN, new Position(-latitude, longitude), 0, country, fits);
        add(Slip.BOTH_SIGNS, new Position(-latitude, -longitude), 0, country, fits);
        add(Slip.SWAPPED_AND_SIGN, new Position(longitude, -latitude), 0, country, fits);
        add(Slip.SWAPPED_AND_SIGN, new Position(-longitude, latitude), 0, country, fits);
        add(Slip.SWAPPED_AND_SIGN, new Position(-longitude, -latitude), 0, country, fits);
        grid(place, country, fits);
        return fits;
    }

    /** In another zone the same grid numbers lie six degrees further; in the other half of the world ten million metres. */
    private static void grid(Position place, CountryOutline country, List<Fit> fits) {
        if (!place.possible() || Math.abs(place.latitude()) > 84) {
            return;
        }
        int first =
                UtmPosition.zone(new Position(0, Math.max(-180, country.box().getMinX())));
        int last =
                UtmPosition.zone(new Position(0, Math.min(179.9, country.box().getMaxX())));
        int own = UtmPosition.zone(new Position(0, place.longitude()));
        for (int zone = first; zone <= last; zone++) {
            double shifted = place.longitude() + 6.0 * (zone - own);
            if (zone != own) {
                add(Slip.ZONE, new Position(place.latitude(), shifted), zone, country, fits);
            }
            // Zones overlap in use: the numbers may have been those of a zone beside the one in which the place lies.
            for (int read = Math.max(1, zone - 1); read <= Math.min(60, zone + 1); read++) {
                if (Math.abs(UtmPosition.middle(read) - place.longitude()) > 12) {
                    continue;
                }
                UtmPosition grid = UtmPosition.of(place, read);
                UtmPosition flipped = new UtmPosition(read, !grid.north(), grid.easting(), grid.northing());
                if (flipped.possible() && read == zone) {
                    add(Slip.HEMISPHERE, flipped.position(), read, country, fits);
                }
            }
        }
    }

    private static void add(Slip slip, Position place, int zone, CountryOutline country, List<Fit> fits) {
        boolean known = fits.stream()
                .anyMatch(fit -> fit.slip() == slip
                        && Math.abs(fit.place().latitude() - place.latitude()) < 1e-9
                        && Math.abs(fit.place().longitude() - place.longitude()) < 1e-9);
        if (!known && place.possible() && !country.outside(place, MARGIN_METRES)) {
            fits.add(new Fit(slip, place, zone));
        }
    }
}
