package org.mineban.depositary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.SourceRow;

/**
 * Which row of the record a correction speaks of: by what it states, since its line may be another in a later release of the program.
 *
 * @param file the file that has it
 * @param line where it stood when the correction was written
 * @param fields what it stated then
 */
public record RowName(String file, int line, SequencedMap<String, String> fields) {

    public RowName {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public static RowName of(SourceRow row) {
        return new RowName(row.file(), row.line(), new LinkedHashMap<>(row.asMap()));
    }

    /** As people write it, {@code parties/treaty-actions.csv:12}. */
    public String place() {
        return file + ":" + line;
    }

    /** Whether the row is that one: the same entry of the desk, or the same State, act, date and words. */
    boolean names(SourceRow row) {
        if (!row.file().equals(file)) {
            return false;
        }
        Map<String, String> other = row.asMap();
        Optional<String> entry = Optional.ofNullable(fields.get("entry"));
        return entry.isPresent()
                ? entry.get().equals(other.get("entry"))
                : same(other, "iso3")
                        && same(other, "action")
                        && same(other, "kind")
                        && same(other, "date")
                        && same(other, "summary");
    }

    private boolean same(Map<String, String> other, String column) {
        return fields.getOrDefault(column, "").equals(other.getOrDefault(column, ""));
    }
}
