package org.mineban.operations;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mineban.geography.Severity;

/**
 * What a check found. Its sentence, in each language, is the message {@code message} filled with the values; what to do is the message {@link #next}.
 *
 * @param check the check, as {@code V-12}
 * @param kind the kind of record; empty when it is about a file, points as written, or figures
 * @param record the code of the record; empty text when there is none
 * @param line of the file the record came from; 0 when it came from none
 * @param field the field, column or point; empty text when it is about the whole
 * @param message the key of its sentence
 * @param values by the names that the message uses
 */
public record CheckFinding(
        String check,
        Severity severity,
        Optional<Kind> kind,
        String record,
        long line,
        String field,
        String message,
        Map<String, Object> values) {

    public CheckFinding {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The key of what to do. */
    public String next() {
        return "check-next." + check.toLowerCase(Locale.ROOT);
    }

    /** Whether it forbids to approve the record. */
    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
