package org.mineban.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as precisely as a source states it: a day, a month or a year. In text it is ISO 8601: {@code 2012-12-03}, {@code 2012-12},
 * {@code 2012}. Arithmetic on anything less than a day is not determinable; see {@link Day.Between}.
 */
public sealed interface PartialDate {

    /** The first day it may be. */
    LocalDate earliest();

    /** The last day it may be. */
    LocalDate latest();

    /** The day, when it is stated to the day. */
    default Optional<LocalDate> day() {
        return this instanceof OfDay(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    /** Stated to the day. */
    record OfDay(LocalDate on) implements PartialDate {
        @Override
        public LocalDate earliest() {
            return on;
        }

        @Override
        public LocalDate latest() {
            return on;
        }

        @Override
        public String toString() {
            return on.toString();
        }
    }

    /** Stated to the month. */
    record OfMonth(YearMonth month) implements PartialDate {
        @Override
        public LocalDate earliest() {
            return month.atDay(1);
        }

        @Override
        public LocalDate latest() {
            return month.atEndOfMonth();
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }

    /** Stated to the year. */
    record OfYear(int year) implements PartialDate {
        @Override
        public LocalDate earliest() {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate latest() {
            return LocalDate.of(year, 12, 31);
        }

        @Override
        public String toString() {
            return Integer.toString(year);
        }
    }

    static PartialDate of(LocalDate day) {
        return new OfDay(day);
    }

    /** The date written in that text; empty when the text is none of the three ISO 8601 forms or names no day of the calendar. */
    static Optional<PartialDate> find(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(new OfYear(Integer.parseUnsignedInt(text)));
                case 7 -> Optional.of(new OfMonth(YearMonth.parse(text)));
                case 10 -> Optional.of(new OfDay(LocalDate.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            return Optional.empty();
        }
    }
}
