package org.mineban.disclosure;

import java.util.List;

/**
 * A table of persons counted by two attributes, as known inside. Its totals are its sums; what is not known of a person is a row or column of its own.
 *
 * @param cells one list for each row, each with as many counts of persons, zero or more, as the first
 */
public record Counts(List<List<Integer>> cells) {

    public Counts {
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.isEmpty() || cells.getFirst().isEmpty()) {
            throw new IllegalArgumentException("A table has at least one row and one column.");
        }
        int columns = cells.getFirst().size();
        for (List<Integer> row : cells) {
            if (row.size() != columns) {
                throw new IllegalArgumentException(
                        "A row has %d cells, the first has %d.".formatted(row.size(), columns));
            }
            for (int count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("A count of persons is negative: " + count);
                }
            }
        }
    }

    /** How many rows, without that of the totals. */
    public int rows() {
        return cells.size();
    }

    /** How many columns, without that of the totals. */
    public int columns() {
        return cells.getFirst().size();
    }

    /** The count there; the row after the last and the column after the last are the totals. */
    public int at(int row, int column) {
        if (row == rows()) {
            int sum = 0;
            for (int i = 0; i < rows(); i++) {
                sum = Math.addExact(sum, at(i, column));
            }
            return sum;
        }
        if (column == columns()) {
            return cells.get(row).stream().reduce(0, Math::addExact);
        }
        return cells.get(row).get(column);
    }
}
