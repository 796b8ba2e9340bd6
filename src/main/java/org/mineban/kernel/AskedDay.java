package org.mineban.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day that a person asks about, in ISO 8601 and no other form: {@code 03/04/2012} is two different days in different countries and is
 * refused.
 */
public final class AskedDay {

    /** The year of the Convention; nothing here speaks of an earlier one. */
    public static final LocalDate FIRST = LocalDate.of(1997, 1, 1);

    /** Further ahead no duty is computed. */
    public static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private AskedDay() {}

    /**
     * The day written in that text.
     *
     * @throws ProblemException when it is not ISO 8601, is no day of the calendar, or lies outside 1997 to 2100
     */
    public static LocalDate parse(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches()) {
            throw refused("day-not-iso", text);
        }
        LocalDate day;
        try {
            day = LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException notInCalendar) {
            throw refused("day-not-in-calendar", text);
        }
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw refused("day-out-of-range", text);
        }
        return day;
    }

    /** A year that a person asks about, 1997 to 2100. */
    public static int parseYear(String text) {
        if (!text.matches("\\d{4}")
                || Integer.parseInt(text) < FIRST.getYear()
                || Integer.parseInt(text) > LAST.getYear()) {
            throw refused("year-out-of-range", text);
        }
        return Year.parse(text).getValue();
    }

    private static ProblemException refused(String id, String text) {
        return new Problem(id, Problem.Kind.WRONG_USAGE, Map.of("value", text)).asException();
    }
}
