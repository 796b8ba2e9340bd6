package org.mineban.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a record, as text, as they were written, in the order of the file. A cell that is there and empty is an empty text; one that the
 * record does not have, or that is null in a format which knows null, is not there.
 */
public final class Cells {

    /** A record without cells. */
    public static final Cells NONE = new Cells(List.of(), List.of());

    private final List<String> columns;
    private final List<String> values;

    private Cells(List<String> columns, List<String> values) {
        this.columns = columns;
        this.values = values;
    }

    /** Cells of these columns; both lists are as long as each other and no column comes twice. */
    public static Cells of(List<String> columns, List<String> values) {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(columns.size() + " columns and " + values.size() + " cells");
        }
        return new Cells(List.copyOf(columns), List.copyOf(values));
    }

    public static Cells of(Map<String, String> cells) {
        return new Cells(
                Collections.unmodifiableList(new ArrayList<>(cells.keySet())),
                Collections.unmodifiableList(new ArrayList<>(cells.values())));
    }

    /** Columns that this record has, in order. */
    public List<String> columns() {
        return columns;
    }

    /** The texts, in the order of {@link #columns()}. */
    public List<String> values() {
        return values;
    }

    /** The text of a column; empty when this record does not have it. */
    public Optional<String> find(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    /** The text of a column, or an empty text when this record does not have it. */
    public String text(String column) {
        return find(column).orElse("");
    }

    /** Whether no cell holds more than blanks. */
    public boolean blank() {
        return values.stream().allMatch(String::isBlank);
    }

    public Map<String, String> asMap() {
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), values.get(i));
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells same && new HashMap<>(asMap()).equals(same.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
