package org.mineban.victims;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table of casualties as the public may see it.
 *
 * @param by what its rows tell apart
 * @param rows the code of each row: a year, a category, the name of a region; empty text where that is not known
 * @param outcomes its columns; none when killed and injured may not be told apart, so that there is the total only
 * @param cells one list for each row, and one for the totals last; in each the outcomes and then the total. Empty where a count is withheld
 */
public record CasualtyTable(By by, List<String> rows, List<Casualty.Outcome> outcomes, List<List<OptionalInt>> cells) {

    public CasualtyTable {
        rows = List.copyOf(rows);
        outcomes = List.copyOf(outcomes);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** What the rows of a table tell apart. */
    public enum By {
        YEAR,
        SEX_AND_AGE,
        CIVIL_STATUS,
        DEVICE,
        REGION
    }

    /** Whether any count in it is withheld. */
    public boolean withholds() {
        return cells.stream().flatMap(List::stream).anyMatch(OptionalInt::isEmpty);
    }

    /** The total of the whole table; empty when it is withheld. */
    public OptionalInt total() {
        return cells.getLast().getLast();
    }
}
