package org.mineban.parties;

import org.mineban.kernel.RuleName;

/** The rules, readings and doubts that say who is bound. Each has its sentence in the message {@code reason.ID}. */
public enum PartyRule implements RuleName {
    SIGNED,
    DEPOSITED,
    WITHDRAWAL_NOTIFIED,
    APPLIES_PROVISIONALLY,
    EXTENDED_TO_TERRITORY,
    COMMUNICATED,

    FORTIETH_INSTRUMENT,
    GENERAL_ENTRY_INTO_FORCE,
    AMONG_THE_FIRST_FORTY,
    SIXTH_MONTH_AFTER_DEPOSIT,
    EFFECT_OF_SUCCESSION_AS_STATED,
    SIX_MONTHS_AFTER_RECEIPT,

    IS_STATE_PARTY,
    HAS_CONSENTED_NOT_YET_IN_FORCE,
    IS_SIGNATORY,
    HAS_NOTIFIED_WITHDRAWAL,
    HAS_WITHDRAWN,
    CANNOT_BE_DETERMINED,
    NO_ACTION_RECORDED,

    COUNT_PARTIES_BY_DEPOSIT,
    COUNT_IN_FORCE,
    COUNT_SIGNATURES,
    COUNT_SIGNED_NOT_BOUND,
    COUNT_NOT_BOUND,
    COUNT_WITHDRAWN,
    COUNT_NOT_DETERMINABLE,

    /** The deposit is known to the year only. */
    DOUBT_DEPOSIT_DAY_UNKNOWN,
    /** The source's day for a succession rests on one of two practices. */
    DOUBT_SUCCESSION_PRACTICE,
    /** The effect reaches back before the deposit. */
    DOUBT_EFFECT_BEFORE_DEPOSIT,
    /** Article 20, paragraph 3, second sentence. */
    DOUBT_ARMED_CONFLICT,
    /** A communication that some took for a change of standing. */
    DOUBT_COMMUNICATION_CHANGES_NOTHING,
    /** A source states another day than the rule gives. */
    DOUBT_STATED_DAY_DIFFERS,
    /** The row carries a note that bears on its day. */
    DOUBT_SEE_NOTE,
    /** The list of States is today's. */
    DOUBT_LIST_OF_STATES_IS_TODAYS;

    @Override
    public String id() {
        return RuleName.idOf(this);
    }
}
