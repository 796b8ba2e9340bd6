package org.mineban.reporting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of the same fields, in order. Each row has a name that no other row of the list has, and keeps it. */
public record Rows(List<Row> rows) implements Node {

    /**
     * One row.
     *
     * @param name letters, digits, hyphen and underscore, at most 40; where nobody gives one, rows are numbered from 1
     */
    public record Row(String name, Group fields) {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    public Rows {
        rows = List.copyOf(rows);
        Set<String> names = new HashSet<>();
        for (Row row : rows) {
            if (!NAME.matcher(row.name()).matches() || !names.add(row.name())) {
                throw new IllegalArgumentException("Not a name of a row, or there twice: " + row.name());
            }
        }
    }

    /** No rows. */
    public static Rows none() {
        return new Rows(List.of());
    }

    public Optional<Row> find(String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /** The list with that row added, or put in the place of the one of its name. */
    public Rows with(Row row) {
        List<Row> changed = new java.util.ArrayList<>(rows);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(row.name())) {
                changed.set(i, row);
                return new Rows(changed);
            }
        }
        changed.add(row);
        return new Rows(changed);
    }

    /** The list without the row of that name. */
    public Rows without(String name) {
        return new Rows(rows.stream().filter(row -> !row.name().equals(name)).toList());
    }
}
