package org.mineban.obligations;

import org.mineban.kernel.RuleName;

/** The rules, readings and doubts that say what is due. Each has its sentence in the message {@code reason.ID}. */
public enum ObligationRule implements RuleName {
    INITIAL_REPORT_DUE,
    FIRST_ANNUAL_REPORT_DUE,
    ANNUAL_REPORT_DUE,
    STOCKPILE_DEADLINE,
    CLEARANCE_DEADLINE,
    CLEARANCE_EXTENDED,
    MEETING_DECIDED,
    LASTING_DUTY,
    SUPPOSED_DEPOSIT,

    DUTY_UPCOMING,
    DUTY_PASSED_WITHOUT_RECORD,
    DUTY_COMPLETED,
    DUTY_COMPLETED_LATE,
    DUTY_NOTHING_TO_DO,
    DUTY_MISSED,
    DUTY_REQUEST_NOT_GRANTED,
    DUTY_REOPENED,
    DUTY_DAY_NOT_RECORDED,
    DUTY_LASTING,
    DUTY_ENDED_BY_WITHDRAWAL,
    DUTY_NOT_DETERMINABLE,
    NO_RECEIPT_RECORDED,
    RECEIPT_RECORDED,
    NO_STOCKPILE_RESULT_RECORDED,
    NO_CLEARANCE_EVENT_RECORDED,
    RESULT_STATED,
    EVENT_STATED,

    SHARE_OF_COSTS,
    SCALE_RATE,
    SUM_OF_RATES,

    /** The source's original deadline is not entry into force plus ten years. */
    DOUBT_ORIGINAL_DEADLINE_DIFFERS,
    /** The row carries a note that bears on the value. */
    DOUBT_SEE_ROW_NOTE,
    /** A completion is recorded without its day. */
    DOUBT_COMPLETION_DAY_UNKNOWN,
    /** A completion is dated to the month or year of the deadline only, so that nobody can say whether it was in time. */
    DOUBT_TIMELINESS_NOT_DETERMINABLE,
    /** Payers that have no rate in the scale are left out. */
    DOUBT_PAYERS_WITHOUT_RATE,
    /** Which States not party take part is not known beforehand. */
    DOUBT_PARTICIPATION_UNKNOWN,
    /** The scale used is the newest recorded, not that of the day. */
    DOUBT_SCALE_OF_ANOTHER_PERIOD;

    @Override
    public String id() {
        return RuleName.idOf(this);
    }
}
