package org.mineban.exchange;

import java.util.Map;
import java.util.TreeMap;
import org.mineban.geography.Severity;

/**
 * Something about a file, or about one record of it, that whoever brought it should know. Its sentence, in each language, is the message
 * {@code reading.KIND} filled with the values.
 *
 * @param kind what it is
 * @param values by the names that the message uses
 */
public record ReadingFinding(Kind kind, Map<String, Object> values) {

    /** What may be found while reading. */
    public enum Kind {
        /** The encoding was judged by the letters: {@code charset}. */
        CHARSET_GUESSED(Severity.WARNS),
        /** A text holds signs that come from a wrong encoding: {@code column}, {@code value}. */
        DAMAGED_TEXT(Severity.WARNS),
        /** A column without a name, now called {@code column}. */
        COLUMN_WITHOUT_NAME(Severity.INFORMS),
        /** Two columns of one name; the second is now called {@code column}. */
        COLUMN_TWICE(Severity.WARNS),
        /** The record has more cells than there are columns: {@code cells}, {@code columns}. */
        TOO_MANY_CELLS(Severity.WARNS),
        /** The record has fewer cells than there are columns: {@code cells}, {@code columns}. */
        TOO_FEW_CELLS(Severity.WARNS),
        /** The cell holds a formula, whose kept result was read: {@code column}. */
        FORMULA(Severity.WARNS),
        /** The cell holds an error of the workbook: {@code column}, {@code value}. */
        ERROR_CELL(Severity.WARNS),
        /** The text was longer than the limit: {@code column}, {@code limit}. */
        CELL_CUT(Severity.WARNS),
        /** Nothing says which coordinate system it is; the numbers fit degrees. */
        COORDINATE_SYSTEM_ASSUMED(Severity.WARNS),
        /** Nothing says which coordinate system it is, and the numbers are no degrees. */
        COORDINATE_SYSTEM_MISSING(Severity.BLOCKS),
        /** The coordinate system cannot be brought to WGS 84: {@code value}. */
        COORDINATE_SYSTEM_REFUSED(Severity.BLOCKS),
        /** Coordinates were brought from another system: {@code value}. */
        REPROJECTED(Severity.INFORMS),
        /** GeoJSON that names a coordinate system: {@code value}. */
        COORDINATE_SYSTEM_MEMBER(Severity.WARNS),
        /** A Shapefile without its table: {@code value}. */
        ATTRIBUTES_MISSING(Severity.BLOCKS),
        /** Names of columns that may be cut: {@code value}. */
        SHORT_NAMES(Severity.INFORMS),
        /** Not as many shapes as rows: {@code shapes}, {@code rows}. */
        RECORDS_DIFFER(Severity.BLOCKS),
        /** A row that is marked as deleted. */
        DELETED_RECORD(Severity.WARNS),
        /** The shape cannot be read: {@code value}. */
        UNREADABLE_SHAPE(Severity.BLOCKS),
        /** Shapes come from the texts of a column: {@code column}. */
        GEOMETRY_FROM_COLUMN(Severity.INFORMS),
        /** A file of the archive that belongs to no table: {@code value}. */
        FILE_NOT_READ(Severity.INFORMS),
        /** Something elsewhere that was not fetched: {@code value}. */
        LINK_NOT_FOLLOWED(Severity.WARNS),
        /** XML whose structure is known only in part. */
        STRUCTURE_PARTLY_KNOWN(Severity.WARNS);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }

        /** The key of its sentence. */
        public String message() {
            return "reading." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public ReadingFinding {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
