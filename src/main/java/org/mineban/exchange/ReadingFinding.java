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
        TOO_FEW_CELLS(Severity.WARNS);

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
