package org.mineban.exchange;

import java.util.List;

/**
 * A table of a file: a sheet, a layer, or the one that there is.
 *
 * @param name as the file gives it; the file's own name where it gives none
 * @param columns in order. Formats that describe each record by itself have no list of columns: it is then what the first records have, and a
 *     later record may have others
 * @param shapes whether its records have shapes by themselves, rather than in cells
 */
public record SourceTable(String name, List<String> columns, boolean shapes) {

    public SourceTable {
        columns = List.copyOf(columns);
    }
}
