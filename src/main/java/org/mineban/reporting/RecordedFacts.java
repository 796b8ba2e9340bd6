package org.mineban.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Day;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;
import org.mineban.obligations.RetainedMines;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;

/** {@link StateFacts} from the register of the parties and the record of duties. */
public final class RecordedFacts {

    private final Register register;
    private final Obligations obligations;

    public RecordedFacts(Register register, Obligations obligations) {
        this.register = register;
        this.obligations = obligations;
    }

    /**
     * What is recorded of the State that a report is of, as it was on the last day of the report's period; on the day of the check when the period is not
     * told.
     */
    public StateFacts of(Report report, LocalDate on) {
        Optional<StateCode> state = report.env().state();
        if (state.filter(StateCode::fictitious).isPresent()) {
            return fictitious(state.get());
        }
        if (state.isEmpty() || register.findState(state.get()).isEmpty()) {
            return StateFacts.none(report.envelope().text("state"));
        }
        LocalDate then = report.env()
                .lastDay()
                .or(() -> report.env().submittedOn().map(PartialDate::latest))
                .orElse(on);
        return of(state.get(), then);
    }

    /** A fictitious State of examples and exercises: it may report, and nothing is recorded of its standing and duties. */
    private static StateFacts fictitious(StateCode state) {
        StateFacts none = StateFacts.none(state.iso3());
        return new StateFacts(
                true,
                none.name(),
                none.party(),
                none.entryIntoForce(),
                none.withdrawalEffect(),
                none.stockpileDeadline(),
                none.stockpile(),
                none.stockpileCompleted(),
                none.clearanceDeadline(),
                none.clearance(),
                none.clearanceCompleted(),
                none.extensionAsked(),
                none.retainedFirst());
    }

    /** What is recorded of the State as it was on that day. */
    public StateFacts of(StateCode state, LocalDate then) {
        Standing standing = register.standing(state, then).value();
        List<Obligation> duties = obligations.of(state, then);
        Optional<Obligation> stock = duty(duties, Duty.STOCKPILE_DESTRUCTION);
        Optional<Obligation> clearance = duty(duties, Duty.CLEARANCE);
        return new StateFacts(
                true,
                state.iso3(),
                standing instanceof Standing.NotDeterminable ? Optional.empty() : Optional.of(standing.inForce()),
                register.entryIntoForce(state, then).flatMap(day -> day.value().known()),
                register.withdrawalEffect(state, then)
                        .flatMap(day -> day.value().latest()),
                stock.flatMap(duty -> duty.due().value().known()),
                stock.map(duty -> standing(duty.standing().value())).orElse(StateFacts.Duty.NOT_RECORDED),
                stock.flatMap(duty -> completed(duty.standing().value())),
                clearance.flatMap(duty -> deadline(duty.due().value())),
                clearance.map(duty -> standing(duty.standing().value())).orElse(StateFacts.Duty.NOT_RECORDED),
                clearance.flatMap(duty -> completed(duty.standing().value())),
                obligations.clearanceEvents(state).stream()
                        .anyMatch(event -> event.kind() == ClearanceEvent.Kind.EXTENSION
                                && event.knownFrom()
                                        .filter(known -> !known.isAfter(then))
                                        .isPresent()),
                obligations.retainedMines(state).stream()
                        .filter(row -> row.kind().equals("initial-declaration"))
                        .map(RetainedMines::mines)
                        .findFirst());
    }

    private static Optional<Obligation> duty(List<Obligation> duties, Duty duty) {
        return duties.stream().filter(one -> one.duty() == duty).findFirst();
    }

    private static Optional<LocalDate> deadline(Day due) {
        return due.known();
    }

    private static StateFacts.Duty standing(DutyState state) {
        return switch (state) {
            case DutyState.Completed done -> StateFacts.Duty.DONE;
            case DutyState.CompletedLate done -> StateFacts.Duty.DONE;
            case DutyState.NothingToDo done -> StateFacts.Duty.DONE;
            case DutyState.EndedByWithdrawal ended -> StateFacts.Duty.NOT_RECORDED;
            case DutyState.PassedWithoutRecord silent -> StateFacts.Duty.NOT_RECORDED;
            case DutyState.TaskNotRecorded silent -> StateFacts.Duty.NOT_RECORDED;
            case DutyState.NotDeterminable silent -> StateFacts.Duty.NOT_RECORDED;
            case DutyState.Lasting lasting -> StateFacts.Duty.OPEN;
            case DutyState.Upcoming open -> StateFacts.Duty.OPEN;
            case DutyState.Missed open -> StateFacts.Duty.OPEN;
            case DutyState.RequestNotGranted open -> StateFacts.Duty.OPEN;
            case DutyState.Reopened open -> StateFacts.Duty.OPEN;
            case DutyState.DayNotRecorded open -> StateFacts.Duty.OPEN;
        };
    }

    private static Optional<PartialDate> completed(DutyState state) {
        return switch (state) {
            case DutyState.Completed(Optional<PartialDate> on) -> on;
            case DutyState.CompletedLate(Optional<PartialDate> on, Optional<Long> days) -> on;
            case DutyState.NothingToDo(Optional<PartialDate> on) -> on;
            default -> Optional.empty();
        };
    }
}
