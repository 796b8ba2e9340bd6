package org.mineban.obligations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * Something that happened to a State's duty under Article 5.
 *
 * @param kind what happened
 * @param sequence number of the extension request; 0 when it is none
 * @param submitted when the request was handed in; empty when not stated
 * @param meeting the meeting that decided or heard it, as {@code 12MSP}; empty when not stated
 * @param deadline the deadline that the event sets; empty when it sets none, or the day is not recorded
 * @param happenedOn when it happened, for events that no meeting decides; empty when not stated
 * @param knownFrom the first day on which it can be counted with: the last day of the meeting, or {@code happenedOn}; empty when neither is
 *     recorded
 */
public record ClearanceEvent(
        StateCode state,
        Kind kind,
        int sequence,
        Optional<PartialDate> submitted,
        Optional<String> meeting,
        Optional<PartialDate> deadline,
        Optional<PartialDate> happenedOn,
        Optional<LocalDate> knownFrom,
        SourceRow row) {

    /** What can happen. */
    public enum Kind {
        ORIGINAL_DEADLINE,
        EXTENSION,
        NOT_GRANTED,
        DEADLINE_MISSED,
        COMPLETION_DECLARED,
        NEW_CONTAMINATION,
        NO_MINED_AREAS_STATED;

        /** The word in the message {@code article5.KEY}. */
        public String key() {
            return org.mineban.kernel.RuleName.idOf(this);
        }
    }

    /** The note of the row, when it has one, as something the reader should see. */
    List<Doubt> noteAsDoubt() {
        return row.note().isEmpty() ? List.of() : List.of(Doubt.of(ObligationRule.DOUBT_SEE_ROW_NOTE, row));
    }
}
