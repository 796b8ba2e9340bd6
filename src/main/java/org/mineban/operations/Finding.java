package org.mineban.operations;

import java.util.Map;
import java.util.TreeMap;
import org.mineban.geography.Severity;

/**
 * Something about a record or a row of a file that a person should know. Its sentence, in each language, is the message {@code message} filled with the
 * values.
 *
 * @param check the rule, as {@code V-12}: a row of {@code operations/checks.csv}
 * @param line of the file, or 0 when it is about a record or about the file as a whole
 * @param field the field or column that it is about; empty when it is about the record as a whole
 * @param message the key of its sentence
 * @param values by the names that the message uses
 */
public record Finding(
        String check, Severity severity, long line, String field, String message, Map<String, Object> values) {

    public Finding {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** A finding whose sentence has the check's own id, or the id with a word behind it. */
    public static Finding of(
            String check, Severity severity, String field, String variant, Map<String, Object> values) {
        String key = "register-finding." + check.toLowerCase(java.util.Locale.ROOT)
                + (variant.isEmpty() ? "" : "-" + variant);
        return new Finding(check, severity, 0, field, key, values);
    }

    /** The same, at that line of the file. */
    public Finding at(long place) {
        return new Finding(check, severity, place, field, message, values);
    }

    /** Whether it forbids to approve the record. */
    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
