package org.mineban.exchange;

/**
 * A column of a file that is written.
 *
 * @param name as it stands in the file
 * @param kind of its values
 */
public record ExportColumn(String name, Kind kind) {

    /** Which Java types a column takes; every column takes null, which means unknown. */
    public enum Kind {
        /** {@link String}, or anything by its own words. */
        TEXT,
        /** {@link Integer} or {@link Long}. */
        INTEGER,
        /** {@link Double} or {@link java.math.BigDecimal}. */
        DECIMAL,
        /** {@link java.time.LocalDate}. */
        DAY,
        /** {@link Boolean}. */
        YES_NO
    }

    public static ExportColumn text(String name) {
        return new ExportColumn(name, Kind.TEXT);
    }
}
