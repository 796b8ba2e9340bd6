package org.mineban.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.Problem;
import org.mineban.operations.Register;

/**
 * The calendar years that figures are of, and the moment as of which they are known.
 *
 * @param from 1 January of the first year
 * @param until 31 December of the last
 * @param known the moment of knowledge; empty for now
 */
public record Period(LocalDate from, LocalDate until, Optional<Instant> known) {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
    private static final int FIRST = 1900;
    private static final int LAST = 2100;

    /** One calendar year, as known now. */
    public static Period of(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Optional.empty());
    }

    /**
     * A year or several, as {@code 2013} or {@code 2005-2014}.
     *
     * @throws org.mineban.kernel.ProblemException {@code not-a-year}
     */
    public static Period parse(String text) {
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            int first = Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
            if (first >= FIRST && last <= LAST && first <= last) {
                return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), Optional.empty());
            }
        }
        throw new Problem("not-a-period", Problem.Kind.WRONG_USAGE, Map.of("value", text)).asException();
    }

    /** The last day before it, in the evening of which the opening balance is struck. */
    public LocalDate before() {
        return from.minusDays(1);
    }

    Register.Knowing at(LocalDate day) {
        return new Register.Knowing(day, known);
    }

    Register.Knowing atEnd() {
        return at(until);
    }

    @Override
    public String toString() {
        return from.getYear() == until.getYear()
                ? Integer.toString(from.getYear())
                : from.getYear() + "-" + until.getYear();
    }
}
