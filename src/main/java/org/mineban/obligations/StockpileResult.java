package org.mineban.obligations;

import java.util.Optional;
import java.util.OptionalLong;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * What sources say became of a State's stockpile under Article 4.
 *
 * @param status as stated
 * @param completed when destruction was completed; empty when not stated
 * @param destroyed anti-personnel mines destroyed in all, devices; empty when not stated
 */
public record StockpileResult(
        StateCode state, Status status, Optional<PartialDate> completed, OptionalLong destroyed, SourceRow row) {

    /** What a source states; {@link #UNKNOWN} is not "no stock". */
    public enum Status {
        COMPLETED,
        COMPLETED_LATE,
        MISSED_INCOMPLETE,
        NONE_DECLARED,
        UNKNOWN
    }
}
