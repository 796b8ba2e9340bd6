package org.mineban.operations.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mineban.kernel.PartialDate;

/**
 * Texts of cells as values. Each column is read by the type of its field and by what its other cells look like; a text that can be read in two ways is
 * not read at all.
 */
final class Values {

    private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}([,.\u00a0\u202f' ’])\\d{3}(\\1\\d{3})*");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern WHOLE_WITH_ZEROS = Pattern.compile("([-+]?\\d{1,18})[.,]0+");
    private static final Pattern DAY_FIRST_OR_MONTH_FIRST =
            Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:[ T].*)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})(?:[ T].*)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
    private static final Set<String> NOTHING = Set.of(
            "", "-", "--", "n/a", "na", "null", "none", "nan", "#n/a", "<null>", "unknown date", "s/i", "sin dato");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "oui", "si", "да", "نعم", "是", "x");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "non", "нет", "لا", "否");
    private static final LocalDate FIRST_DAY_OF_SHEETS = LocalDate.of(1899, 12, 30);
    private static final int HUNDREDTHS = 2;

    /** What the cells of a column of numbers or dates have shown. */
    enum Style {
        /** A comma is the decimal sign. */
        DECIMAL_COMMA,
        /** A full stop is the decimal sign. */
        DECIMAL_POINT,
        /** The day stands before the month. */
        DAY_FIRST,
        /** The month stands before the day. */
        MONTH_FIRST,
        /** Nothing decided it. */
        NOT_KNOWN
    }

    private Values() {}

    /** Whether a cell says nothing. */
    static boolean nothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** A whole number; separators between thousands are taken out, which cannot be anything else in a column of whole numbers. */
    static Optional<String> whole(String text) {
        String bare = text.strip();
        if (GROUPED.matcher(bare).matches()) {
            bare = bare.replaceAll("[,.\u00a0\u202f' ’]", "");
        }
        Matcher zeros = WHOLE_WITH_ZEROS.matcher(bare);
        if (zeros.matches()) {
            bare = zeros.group(1);
        }
        return WHOLE.matcher(bare).matches() ? Optional.of(Long.toString(Long.parseLong(bare))) : Optional.empty();
    }

    /** What the cells of a column of decimals say about its decimal sign. */
    static Style decimalStyle(List<String> cells) {
        boolean comma = false;
        boolean point = false;
        for (String cell : cells) {
            String bare = cell.strip();
            int lastComma = bare.lastIndexOf(',');
            int lastPoint = bare.lastIndexOf('.');
            if (lastComma >= 0 && lastPoint >= 0) {
                comma |= lastComma > lastPoint;
                point |= lastPoint > lastComma;
            } else if (lastComma >= 0 && bare.length() - lastComma - 1 != 3) {
                comma = true;
            } else if (lastPoint >= 0 && bare.length() - lastPoint - 1 != 3) {
                point = true;
            }
        }
        return comma == point ? Style.NOT_KNOWN : comma ? Style.DECIMAL_COMMA : Style.DECIMAL_POINT;
    }

    /** A number with decimals, written with a full stop; empty when it is none or can be read in two ways. */
    static Optional<BigDecimal> decimal(String text, Style style) {
        String bare = text.strip().replaceAll("[\u00a0\u202f ’']", "");
        Style read = style;
        if (read == Style.NOT_KNOWN) {
            if (bare.indexOf(',') >= 0 && GROUPED.matcher(bare).matches()) {
                return Optional.empty();
            }
            read = bare.indexOf(',') >= 0 ? Style.DECIMAL_COMMA : Style.DECIMAL_POINT;
        }
        String pointed = read == Style.DECIMAL_COMMA ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
        try {
            return Optional.of(new BigDecimal(pointed));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** An area with two decimals. */
    static Optional<String> area(String text, Style style) {
        return decimal(text, style)
                .map(value -> value.setScale(HUNDREDTHS, RoundingMode.HALF_UP).toPlainString());
    }

    /** What the cells of a column of dates say about the order of day and month. */
    static Style dateStyle(List<String> cells) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String cell : cells) {
            Matcher parts = DAY_FIRST_OR_MONTH_FIRST.matcher(cell.strip());
            if (parts.matches()) {
                dayFirst |= Integer.parseInt(parts.group(1)) > 12;
                monthFirst |= Integer.parseInt(parts.group(2)) > 12;
            }
        }
        return dayFirst == monthFirst ? Style.NOT_KNOWN : dayFirst ? Style.DAY_FIRST : Style.MONTH_FIRST;
    }

    /** A date to the day, month or year; empty when it is none or can be read in two ways. */
    static Optional<String> date(String text, Style style) {
        String bare = text.strip();
        if (PartialDate.find(bare).isPresent()) {
            return Optional.of(bare);
        }
        try {
            Matcher yearFirst = YEAR_FIRST.matcher(bare);
            if (yearFirst.matches()) {
                return Optional.of(day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
            }
            Matcher parts = DAY_FIRST_OR_MONTH_FIRST.matcher(bare);
            if (parts.matches()) {
                boolean same = parts.group(1).equals(parts.group(2));
                if (style == Style.NOT_KNOWN && !same) {
                    return Optional.empty();
                }
                return Optional.of(
                        style == Style.MONTH_FIRST
                                ? day(parts.group(3), parts.group(1), parts.group(2))
                                : day(parts.group(3), parts.group(2), parts.group(1)));
            }
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
        Matcher serial = SERIAL.matcher(bare);
        return serial.matches()
                ? Optional.of(FIRST_DAY_OF_SHEETS
                        .plusDays(Long.parseLong(serial.group(1)))
                        .toString())
                : Optional.empty();
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .toString();
    }

    /** A month of a year, from two columns; the year alone when the month is not given. */
    static Optional<String> month(String year, Optional<String> month) {
        Optional<String> wholeYear = whole(year);
        if (wholeYear.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(wholeYear.get());
            if (month.isEmpty()) {
                return Optional.of(java.time.Year.of(number).toString());
            }
            return whole(month.get())
                    .map(text -> YearMonth.of(number, Integer.parseInt(text)).toString());
        } catch (DateTimeException | NumberFormatException noMonth) {
            return Optional.empty();
        }
    }

    static Optional<String> flag(String text) {
        String bare = PlainWord.of(text);
        return YES.contains(bare) ? Optional.of("yes") : NO.contains(bare) ? Optional.of("no") : Optional.empty();
    }

    /** A code of so many digits, whose separators and leading zeros were lost in a spreadsheet. */
    static Optional<String> digits(String text, int many) {
        return whole(text)
                .filter(number -> number.length() <= many && !number.startsWith("-"))
                .map(number -> "0".repeat(many - number.length()) + number);
    }
}
