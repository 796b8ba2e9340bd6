package org.mineban.kernel;

import java.util.List;

/**
 * Something a reader should know that could change a value: an interpretation, a conflict of sources, a gap in the record. A doubt never
 * changes the value by itself.
 *
 * @param name which doubt
 * @param rows the rows that give rise to it; may be empty
 */
public record Doubt(RuleName name, List<SourceRow> rows) {

    public Doubt {
        rows = List.copyOf(rows);
    }

    public static Doubt of(RuleName name, SourceRow... rows) {
        return new Doubt(name, List.of(rows));
    }
}
