package org.mineban.obligations;

import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;

/** Article 9: national implementation measures. */
public final class Article9 {

    private Article9() {}

    /** All appropriate legal, administrative and other measures, penal sanctions included. The article names no day: it lasts from entry into force on. */
    public static Explained<Day> measures(Explained<Day> entryIntoForce) {
        return entryIntoForce.under(
                Duty.NATIONAL_MEASURES.provision(), ObligationRule.LASTING_DUTY, day -> new Day.None());
    }
}
