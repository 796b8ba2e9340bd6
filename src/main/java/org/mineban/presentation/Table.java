package org.mineban.presentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows with named columns, to be written as text, CSV, XLSX or JSON. A cell is a String, a Long, an Integer, a LocalDate, or null where nothing
 * is known.
 *
 * @param name short name of the table, for file and sheet
 * @param columns names of the columns, in order; part of the contract with scripts
 * @param rows the rows, each with as many cells as there are columns
 */
public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of %s has %d cells, not %d".formatted(name, row.size(), columns.size()));
            }
        }
    }

    /** The rows as objects by column name, for JSON. */
    public List<Map<String, @Nullable Object>> asObjects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }
}
