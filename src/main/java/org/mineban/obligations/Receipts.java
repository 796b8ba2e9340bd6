package org.mineban.obligations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.StateCode;

/** The record of reports that the Secretary-General received. Whoever keeps it implements this; the duties of Article 7 ask it. */
public interface Receipts {

    /** A record with nothing in it. */
    Receipts NONE = (state, year) -> Optional.empty();

    /**
     * The first day on which a report was received.
     *
     * @param year the calendar year that an annual report covers; empty for the initial report
     * @return empty when the record has no receipt, which does not say that there was none
     */
    Optional<LocalDate> firstReceived(StateCode state, OptionalInt year);
}
