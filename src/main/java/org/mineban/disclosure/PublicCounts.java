package org.mineban.disclosure;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table as the public may see it, totals included.
 *
 * @param cells one list for each row and one for the totals of the columns; the last of each is the total of the row. Empty where a count is
 *     withheld, which does not say whether it is small or withheld for the sake of another
 */
public record PublicCounts(List<List<OptionalInt>> cells) {

    public PublicCounts {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** The count there; empty when it is withheld. */
    public OptionalInt at(int row, int column) {
        return cells.get(row).get(column);
    }

    /** How many counts are withheld, totals included. */
    public long withheld() {
        return cells.stream().flatMap(List::stream).filter(OptionalInt::isEmpty).count();
    }
}
