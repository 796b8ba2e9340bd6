package org.mineban.geography;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers and angles as people write them in a field book: with point or comma, in Latin, Arabic-Indic or Persian digits. What can be read as two
 * numbers is not read: {@code 1,234} is one and a bit to some and over a thousand to others.
 */
public final class NumberText {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern TWO_MEANINGS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");
    private static final Pattern ANGLE = Pattern.compile(
            "([+-]?\\d{1,4}(?:\\.\\d{1,15})?)(?: ?° ?| )(?:(\\d{1,2}(?:\\.\\d{1,15})?)(?: ?' ?| )?(?:(\\d{1,2}(?:\\.\\d{1,15})?) ?\"?)?)?");
    private static final int SIXTY = 60;

    private NumberText() {}

    /** The text with Latin digits and plain signs, as all reading here begins. */
    public static String plain(String text) {
        return Digits.plain(text);
    }

    /** The number that a text says; empty when it says none, or can be read as two. */
    public static OptionalDouble read(String text) {
        String bare = Digits.plain(text).replaceAll("(?<=\\d) (?=\\d{3}(\\D|$))", "");
        if (TWO_MEANINGS.matcher(bare).matches()) {
            return OptionalDouble.empty();
        }
        String pointed = pointed(bare);
        return PLAIN.matcher(pointed).matches()
                ? OptionalDouble.of(Double.parseDouble(pointed))
                : OptionalDouble.empty();
    }

    /** With both signs in it, the last one is the decimal one. */
    private static String pointed(String bare) {
        int comma = bare.lastIndexOf(',');
        int point = bare.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
        }
        return bare.replace(',', '.');
    }

    /** The angle that a text says, in its own unit: a number, or degrees with minutes and seconds. */
    public static OptionalDouble angle(String text) {
        OptionalDouble number = read(text);
        if (number.isPresent()) {
            return number;
        }
        Matcher parts = ANGLE.matcher(Digits.decimalPoints(Digits.plain(text)));
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        double whole = Double.parseDouble(parts.group(1));
        double minutes = parts.group(2) == null ? 0 : Double.parseDouble(parts.group(2));
        double seconds = parts.group(3) == null ? 0 : Double.parseDouble(parts.group(3));
        if (minutes >= SIXTY || seconds >= SIXTY) {
            return OptionalDouble.empty();
        }
        double part = minutes / SIXTY + seconds / (SIXTY * SIXTY);
        return OptionalDouble.of(parts.group(1).startsWith("-") ? whole - part : whole + part);
    }
}
