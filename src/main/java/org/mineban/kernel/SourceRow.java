package org.mineban.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One row of the record, as it stands in its file: the place where every explanation ends.
 *
 * @param file resource name, such as {@code parties/treaty-actions.csv}
 * @param line line of the file on which the row begins, the header being line 1
 * @param fields every column and its text, in the file's order; an empty text means that nothing is stated
 * @param source who said so, by the codes of the record; empty when the file has no such column
 * @param confidence how far it can be trusted
 * @param note what the reader should know besides, in English as recorded; may be empty
 * @param recorded how it came into the record after the program was made; empty for what came with the program
 */
public record SourceRow(
        String file,
        int line,
        SequencedMap<String, String> fields,
        String source,
        Confidence confidence,
        String note,
        Optional<Recorded> recorded) {

    public SourceRow {
        fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    /** A row with the usual columns {@code source}, {@code confidence} and {@code note}. */
    public static SourceRow of(String file, int line, SequencedMap<String, String> fields, Confidence confidence) {
        return new SourceRow(
                file,
                line,
                fields,
                fields.getOrDefault("source", ""),
                confidence,
                fields.getOrDefault("note", ""),
                Optional.empty());
    }

    /** The same row, recorded here. */
    public SourceRow as(Recorded how) {
        return new SourceRow(file, line, fields, source, confidence, note, Optional.of(how));
    }

    /** The text of one column. The column must exist. */
    public String get(String column) {
        String text = fields.get(column);
        if (text == null) {
            throw new IllegalArgumentException("%s has no column %s".formatted(file, column));
        }
        return text;
    }

    /** Where the row stands, as {@code parties/treaty-actions.csv:12}. */
    public String place() {
        return file + ":" + line;
    }

    /** The fields as a plain map, for writing out. */
    public Map<String, String> asMap() {
        return fields;
    }
}
