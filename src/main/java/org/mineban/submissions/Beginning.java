package org.mineban.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;
import org.mineban.parties.Register;
import org.mineban.reporting.ReportKind;

/**
 * A report that a State can begin for a year, and why it fits the State's standing.
 *
 * @param kind of the report
 * @param why it is offered
 * @param inForce when the Convention entered, or enters, into force for the State; empty where that is not what it rests on
 * @param due when it has to be in; empty where nothing is due
 */
public record Beginning(ReportKind kind, Why why, Optional<LocalDate> inForce, Optional<LocalDate> due) {

    /** Why a kind of report is offered; the last part of the message {@code draft.begin.WHY}. */
    public enum Why {
        /** The year has a report: another one corrects it. */
        CORRECTION,
        /** The State is bound, and no report of it is on record: Article 7, paragraph 1. */
        FIRST,
        /** The Convention is going to enter into force for it: the first report can be prepared. */
        FIRST_TO_COME,
        /** The yearly update, Article 7, paragraph 2. */
        YEARLY,
        /** The State is bound, and no yearly update is due for that year. */
        YEARLY_NOT_DUE,
        /** The State is not bound, and is invited to report all the same. */
        NOT_BOUND,
        /** A fictitious State of exercises, of whose standing nothing is recorded. */
        FICTITIOUS;

        /** The word in the message. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a State can begin for a year, what fits best first.
     *
     * @param year that the report covers
     * @param on the day of the question
     * @param handedIn what the State handed in so far
     */
    public static List<Beginning> of(
            Register register,
            Obligations obligations,
            StateCode state,
            int year,
            LocalDate on,
            List<Submission> handedIn) {
        if (handedIn.stream().anyMatch(one -> one.year() == year)) {
            return List.of(plain(ReportKind.AMENDMENT, Why.CORRECTION));
        }
        if (state.fictitious()) {
            return List.of(
                    plain(ReportKind.ANNUAL, Why.FICTITIOUS),
                    plain(ReportKind.INITIAL, Why.FICTITIOUS),
                    plain(ReportKind.VOLUNTARY, Why.FICTITIOUS));
        }
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate then = end.isBefore(on) ? end : on;
        boolean bound = register.standing(state, then).value().inForce()
                || register.standing(state, on).value().inForce();
        List<Obligation> duties = obligations.of(state, on);
        Optional<LocalDate> inForce =
                register.entryIntoForce(state, on).flatMap(day -> day.value().known());
        Optional<LocalDate> first = due(duties, Duty.INITIAL_REPORT, OptionalInt.empty());
        Optional<LocalDate> yearly = due(duties, Duty.ANNUAL_REPORT, OptionalInt.of(year));
        List<Beginning> offered = new ArrayList<>();
        if (!bound) {
            offered.add(plain(ReportKind.VOLUNTARY, Why.NOT_BOUND));
            if (inForce.filter(day -> day.isAfter(on)).isPresent()) {
                offered.add(new Beginning(ReportKind.INITIAL, Why.FIRST_TO_COME, inForce, first));
            }
            return offered;
        }
        if (handedIn.isEmpty()) {
            offered.add(new Beginning(ReportKind.INITIAL, Why.FIRST, inForce, first));
        }
        offered.add(new Beginning(
                ReportKind.ANNUAL, yearly.isPresent() ? Why.YEARLY : Why.YEARLY_NOT_DUE, inForce, yearly));
        return offered;
    }

    private static Beginning plain(ReportKind kind, Why why) {
        return new Beginning(kind, why, Optional.empty(), Optional.empty());
    }

    private static Optional<LocalDate> due(List<Obligation> duties, Duty duty, OptionalInt year) {
        return duties.stream()
                .filter(one ->
                        one.duty() == duty && (year.isEmpty() || one.year().equals(year)))
                .findFirst()
                .flatMap(one -> one.due().value().known());
    }
}
