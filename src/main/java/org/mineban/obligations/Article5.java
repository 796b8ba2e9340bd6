package org.mineban.obligations;

import static org.mineban.kernel.Provision.paragraph;

import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Provision;
import org.mineban.kernel.Reason;

/** Article 5: destruction of anti-personnel mines in mined areas. */
public final class Article5 {

    static final int YEARS = 10;
    static final Provision PARAGRAPH_5 = paragraph(5, 5);

    private Article5() {}

    /** Paragraph 1: as soon as possible but not later than ten years after entry into force for the State Party. */
    public static Explained<Day> clearedBy(Explained<Day> entryIntoForce) {
        return entryIntoForce.under(
                Duty.CLEARANCE.provision(),
                ObligationRule.CLEARANCE_DEADLINE,
                day -> day.map(inForce -> inForce.plusYears(YEARS)));
    }

    /**
     * Paragraph 5 (and 6, for a renewed extension): the States Parties present and voting at a Meeting or Review Conference decide whether to
     * grant the period that was asked for. The new deadline is what they granted; it may lie in the record without its day.
     */
    public static Explained<Day> extended(Explained<Day> deadline, ClearanceEvent grant) {
        Day until = grant.deadline().<Day>map(Day::of).orElseGet(Day.NotRecorded::new);
        Explained<?> decision = Explained.stated(until, ObligationRule.MEETING_DECIDED, grant.row());
        return new Explained<Day>(
                        until,
                        new Reason.Given(
                                ObligationRule.CLEARANCE_EXTENDED,
                                Optional.of(PARAGRAPH_5),
                                List.of(decision),
                                List.of(deadline),
                                List.of()))
                .doubting(grant.noteAsDoubt());
    }
}
