package org.mineban.geography;

import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import mil.nga.mgrs.MGRS;

/**
 * A square of the Military Grid Reference System.
 *
 * @param text as {@code 42SWD1903623748}, without spaces
 * @param south the south-west corner
 * @param centre its middle, which is the place that the reference means
 * @param side of the square in metres: 1, 10, 100, 1,000, 10,000 or 100,000
 */
public record MgrsReference(String text, Position south, Position centre, int side) {

    private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";

    /** The square of a reference without spaces, in capitals, with an even number of digits; empty for one that is none. */
    public static Optional<MgrsReference> parse(String text) {
        try {
            MGRS square = MGRS.parse(text);
            int digits =
                    (int) text.chars().filter(Character::isDigit).count() - (Character.isDigit(text.charAt(1)) ? 2 : 1);
            int side = (int) Math.pow(10, 5 - digits / 2);
            boolean north = square.getBand() >= 'N';
            UtmPosition corner =
                    new UtmPosition(square.getZone(), north, square.getUTMEasting(), square.getUTMNorthing());
            UtmPosition middle = new UtmPosition(
                    corner.zone(), north, corner.easting() + side / 2.0, corner.northing() + side / 2.0);
            if (!inItsBand(square.getBand(), corner.position(), side)) {
                return Optional.empty();
            }
            return Optional.of(new MgrsReference(text, corner.position(), middle.position(), side));
        } catch (ParseException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** Letters of rows come again every 2,000 km; a square that lies in another band than it names does not exist. */
    private static boolean inItsBand(char band, Position corner, int side) {
        double south = BANDS.indexOf(band) * 8 - 80.0;
        double north = band == 'X' ? 84 : south + 8;
        double margin = 0.02 + side / 111_000.0;
        return corner.latitude() > south - margin && corner.latitude() < north + margin;
    }

    /** The square of that side, in metres, in which a place lies; empty near the poles, where this grid has no zones. */
    public static Optional<MgrsReference> of(Position position, int side) {
        if (position.latitude() < -80 || position.latitude() > 84) {
            return Optional.empty();
        }
        UtmPosition utm = UtmPosition.of(position);
        int band = Math.min(19, (int) Math.floor((position.latitude() + 80) / 8));
        int digits = 5 - (int) Math.round(Math.log10(side));
        // Cut off, never rounded; but a place within half a centimetre of a line lies on it, as its grid numbers of two
        // decimals say.
        long east = (long) Math.floor(utm.easting() + 0.005) % 100_000 / side;
        long north = (long) Math.floor(utm.northing() + 0.005) % 100_000 / side;
        String numbers =
                digits == 0 ? "" : String.format(Locale.ROOT, "%0" + digits + "d%0" + digits + "d", east, north);
        String text = utm.zone()
                + BANDS.substring(band, band + 1)
                + MGRS.getColumnLetter(utm.zone(), utm.easting())
                + MGRS.getRowLetter(utm.zone(), utm.northing())
                + numbers;
        return parse(text);
    }

    /** How far the meant place may lie from {@link #centre()}, in metres: half the diagonal of the square. */
    public double errorMetres() {
        return side * Math.sqrt(2) / 2;
    }
}
