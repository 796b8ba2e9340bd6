package org.mineban.resolutions;

import org.jspecify.annotations.Nullable;

/**
 * A day, month or year as the text states it; what is not stated is absent and never guessed.
 *
 * <p>Shape: {@code 2012-12-03}, {@code 2012-12} or {@code 2012}. A day without a month does not exist.
 */
public record StatedDate(
        int year, @Nullable Integer month, @Nullable Integer day) implements Comparable<StatedDate> {
    public StatedDate {
        if (month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("month " + month);
        }
        if (day != null && (month == null || day < 1 || day > 31)) {
            throw new IllegalArgumentException("day " + day + " of month " + month);
        }
    }

    public static StatedDate ofYear(int year) {
        return new StatedDate(year, null, null);
    }

    public static StatedDate ofDay(int year, int month, int day) {
        return new StatedDate(year, month, day);
    }

    /** ISO 8601, as precise as the text. */
    public String iso() {
        if (month == null) {
            return "%04d".formatted(year);
        }
        return day == null ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    @Override
    public int compareTo(StatedDate other) {
        return iso().compareTo(other.iso());
    }

    @Override
    public String toString() {
        return iso();
    }
}
