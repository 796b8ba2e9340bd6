package org.mineban.obligations;

import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;

/** Article 4: destruction of stockpiled anti-personnel mines. */
public final class Article4 {

    static final int YEARS = 4;

    private Article4() {}

    /**
     * As soon as possible but not later than four years after entry into force for the State Party. The Convention knows no extension. Mines
     * retained under Article 3 are not part of it.
     */
    public static Explained<Day> stockpileDestroyedBy(Explained<Day> entryIntoForce) {
        return entryIntoForce.under(
                Duty.STOCKPILE_DESTRUCTION.provision(),
                ObligationRule.STOCKPILE_DEADLINE,
                day -> day.map(inForce -> inForce.plusYears(YEARS)));
    }
}
