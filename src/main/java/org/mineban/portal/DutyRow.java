package org.mineban.portal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;

/**
 * A duty in a table.
 *
 * @param article the provision in short form, as {@code 7(2)}
 * @param year the calendar year of an annual report; empty for others
 * @param days until the due day, less than zero after it; empty when the day is not determinable or nothing is left to do
 * @param mark what must be said of the confidence; empty when nothing must
 * @param open whether something may still have to be done
 */
record DutyRow(
        String iso3,
        String state,
        String stateHref,
        String article,
        String articleHref,
        String duty,
        String year,
        String due,
        String days,
        String standing,
        String why,
        String mark,
        boolean open) {

    static DutyRow of(Visit visit, Obligation duty) {
        String iso3 = duty.state().iso3();
        String year = duty.year().isPresent() ? Integer.toString(duty.year().getAsInt()) : "";
        String figure = duty.duty() == Duty.ANNUAL_REPORT && !year.isEmpty()
                ? "annual-report/" + year
                : duty.duty().key();
        long ahead = daysAhead(duty, visit.on());
        return new DutyRow(
                iso3,
                visit.state(duty.state()),
                visit.link("/states/" + iso3),
                duty.duty().provision().cite(),
                visit.link("/convention#" + duty.duty().provision().id()),
                visit.say("duty." + duty.duty().key()),
                year,
                visit.day(duty.due().value()),
                ahead == Long.MAX_VALUE ? "" : visit.number(ahead),
                visit.narrator().dutyState(duty.standing().value()),
                visit.link("/why/" + iso3 + "/" + figure),
                duty.standing().confidence().needsMark()
                        ? Words.confidence(visit, duty.standing().confidence())
                        : "",
                duty.standing().value().open());
    }

    /** Days until the due day, less than zero after it; {@link Long#MAX_VALUE} when there is no day, or nothing is left to do. */
    static long daysAhead(Obligation duty, LocalDate on) {
        if (!duty.standing().value().open()) {
            return Long.MAX_VALUE;
        }
        return duty.due()
                .value()
                .known()
                .map(due -> ChronoUnit.DAYS.between(on, due))
                .orElse(Long.MAX_VALUE);
    }
}
