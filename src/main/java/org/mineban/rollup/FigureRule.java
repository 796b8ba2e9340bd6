package org.mineban.rollup;

import org.mineban.kernel.RuleName;
import org.mineban.operations.Kind;

/** What each figure counts. Its sentence, in each language, is the message {@code reason.ID}, its name {@code rollup.figure.ID}. */
public enum FigureRule implements RuleName {
    /** A record that a figure counts. */
    RECORD_COUNTED(Kind.HAZARD),
    CONFIRMED_AREAS(Kind.HAZARD),
    CONFIRMED_SQUARE_METRES(Kind.HAZARD),
    SUSPECTED_AREAS(Kind.HAZARD),
    SUSPECTED_SQUARE_METRES(Kind.HAZARD),
    INDICATIONS(Kind.HAZARD),
    AREAS_WITHOUT_PLACE(Kind.HAZARD),
    AREAS_WITHOUT_SIZE(Kind.HAZARD),
    OPENING_AREAS(Kind.HAZARD),
    OPENING(Kind.HAZARD),
    NEWLY_IDENTIFIED(Kind.HAZARD),
    RESURVEY_INCREASE(Kind.HAZARD),
    RECLASSIFIED_IN(Kind.HAZARD),
    RESTRUCTURED(Kind.HAZARD),
    CANCELLED(Kind.PRODUCT),
    REDUCED(Kind.PRODUCT),
    CLEARED(Kind.PRODUCT),
    RESURVEY_DECREASE(Kind.HAZARD),
    RECLASSIFIED_OUT(Kind.HAZARD),
    VOIDED(Kind.HAZARD),
    UNEXPLAINED(Kind.HAZARD),
    CLOSING(Kind.HAZARD),
    CLOSING_AREAS(Kind.HAZARD),
    CONFIRMED_FROM_SUSPECTED(Kind.HAZARD),
    RELEASED_TWICE(Kind.PRODUCT),
    RELEASED_WITHOUT_AREA(Kind.PRODUCT),
    CONFIRMED_UNION(Kind.HAZARD),
    SUSPECTED_UNION(Kind.HAZARD),
    KNOWN_UNION(Kind.HAZARD),
    RELEASED_UNION(Kind.PRODUCT),
    KNOWN_LESS_CLEARED(Kind.HAZARD),
    MINES_IN_AREAS(Kind.FIND),
    IMPROVISED_MINES_IN_AREAS(Kind.FIND),
    OTHER_ITEMS_IN_AREAS(Kind.FIND),
    STOCKPILE_DESTROYED(Kind.DESTRUCTION),
    STOCKPILE_FOUND_LATE_DESTROYED(Kind.DESTRUCTION),
    STOCKPILE_HELD(Kind.STOCKPILE),
    RETAINED_OPENING(Kind.RETAINED),
    RETAINED_RECEIVED(Kind.RETAINED),
    RETAINED_CONSUMED(Kind.RETAINED),
    RETAINED_TRANSFERRED(Kind.RETAINED),
    RETAINED_CLOSING(Kind.RETAINED),
    SESSIONS(Kind.SESSION),
    SESSION_CONTACTS(Kind.SESSION),
    AREAS_MARKED(Kind.HAZARD),
    ACCIDENTS(Kind.ACCIDENT),
    VICTIMS(Kind.VICTIM),
    VICTIMS_KILLED(Kind.VICTIM),
    VICTIMS_INJURED(Kind.VICTIM),
    OLDER_TOTALS_CLEARED(Kind.TOTAL),
    OLDER_TOTALS_MINES(Kind.TOTAL),
    OLDER_TOTALS_IMPROVISED(Kind.TOTAL),
    OLDER_TOTALS_UXO(Kind.TOTAL);

    private final Kind kind;

    FigureRule(Kind kind) {
        this.kind = kind;
    }

    /** The kind of records that it counts. */
    Kind kind() {
        return kind;
    }

    @Override
    public String id() {
        return RuleName.idOf(this);
    }
}
