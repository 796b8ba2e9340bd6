package org.mineban.geography;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.geography.CoordinateReading.Ask;
import org.mineban.geography.CoordinateReading.Fault;
import org.mineban.geography.CoordinateReading.Notation;
import org.mineban.geography.CoordinateReading.Question;
import org.mineban.geography.CoordinateReading.Read;
import org.mineban.geography.CoordinateReading.Unreadable;

/**
 * Reads places as people write them: decimal degrees, degrees and minutes, degrees, minutes and seconds, UTM and MGRS; with point or comma, Latin,
 * Arabic-Indic or Persian digits, signs or words for the directions. What can be meant in two ways is asked, never guessed.
 */
public final class CoordinateText {

    private static final Pattern MGRS =
            Pattern.compile("(\\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]) ?([A-HJ-NP-V]) ?(\\d*) ?(\\d*)");

    private static final String METRES = "(\\d{5,8}(?:\\.\\d+)?)";

    private static final Pattern UTM =
            Pattern.compile("(?:UTM )?(?:ZONE )?(\\d{1,2}) ?([A-Z]|NORTH|SOUTH)[ ,;:]+(?:E[: =]*)?" + METRES
                    + " ?(M? ?E|M)?[ ,;]+(?:N[: =]*)?" + METRES + " ?(?:M? ?N|M)?");

    private CoordinateText() {}

    /** The place that a text names, for somebody of the usual habits. */
    public static CoordinateReading read(String original) {
        return read(original, CoordinateHabits.USUAL);
    }

    /** The place that latitude and longitude in two cells name. Directions in them count for more than the order. */
    public static CoordinateReading read(String latitude, String longitude, CoordinateHabits habits) {
        return read(
                latitude.strip() + "; " + longitude.strip(),
                new CoordinateHabits(CoordinateHabits.Order.LATITUDE_FIRST, habits.letterO()));
    }

    /** The place that a text names, for somebody of these habits. */
    public static CoordinateReading read(String original, CoordinateHabits habits) {
        String text = Digits.plain(original);
        if (text.isEmpty() || text.length() > 200) {
            return new Unreadable(original, Fault.UNREADABLE, "");
        }
        Matcher mgrs = MGRS.matcher(text);
        if (mgrs.matches()) {
            return mgrs(original, mgrs);
        }
        Matcher utm = UTM.matcher(Digits.decimalPoints(text));
        if (utm.matches()) {
            return utm(original, utm);
        }
        return new AngleText(original, text, habits).read();
    }

    private static CoordinateReading mgrs(String original, Matcher found) {
        String first = found.group(5);
        String second = found.group(6);
        int digits = first.length() + second.length();
        if (digits % 2 != 0 || (!second.isEmpty() && first.length() != second.length())) {
            return new Unreadable(original, Fault.ODD_DIGITS, first + second);
        }
        String text = found.group(1) + found.group(2) + found.group(3) + found.group(4) + first + second;
        if (digits > 10) {
            return new Unreadable(original, Fault.OUT_OF_RANGE, first + second);
        }
        Optional<MgrsReference> square = MgrsReference.parse(text);
        if (square.isEmpty()) {
            return new Unreadable(original, Fault.OUT_OF_RANGE, text);
        }
        boolean north = found.group(2).charAt(0) >= 'N';
        return new Read(
                original,
                square.get().centre(),
                Notation.MGRS,
                system(Integer.parseInt(found.group(1)), north),
                0,
                OptionalDouble.of(square.get().errorMetres()));
    }

    private static CoordinateReading utm(String original, Matcher found) {
        int zone = Integer.parseInt(found.group(1));
        String letter = found.group(2);
        if (zone < 1 || zone > 60) {
            return new Unreadable(original, Fault.OUT_OF_RANGE, found.group(1));
        }
        if (letter.matches("[ABIOYZ]")) {
            return new Unreadable(original, Fault.OUT_OF_RANGE, letter);
        }
        double easting = Double.parseDouble(found.group(3));
        double northing = Double.parseDouble(found.group(5));
        String lastNumber = found.group(5);
        if (!new UtmPosition(zone, true, easting, northing).possible()) {
            return new Unreadable(original, Fault.OUT_OF_RANGE, found.group(3) + " " + found.group(5));
        }
        Read south = read(original, new UtmPosition(zone, false, easting, northing), lastNumber);
        Read north = read(original, new UtmPosition(zone, true, easting, northing), lastNumber);
        if (letter.equals("S")) {
            double latitude = north.position().latitude();
            boolean inBandS = latitude >= 32 && latitude < 40;
            return inBandS ? new Ask(original, Question.SOUTH_OR_BAND, List.of(south, north)) : south;
        }
        return letter.equals("NORTH") || (letter.length() == 1 && letter.charAt(0) >= 'N') ? north : south;
    }

    private static Read read(String original, UtmPosition utm, String lastNumber) {
        return new Read(
                original,
                utm.position(),
                Notation.UTM,
                system(utm.zone(), utm.north()),
                Digits.decimals(lastNumber),
                OptionalDouble.empty());
    }

    private static String system(int zone, boolean north) {
        return String.format(Locale.ROOT, "EPSG:32%d%02d", north ? 6 : 7, zone);
    }
}
