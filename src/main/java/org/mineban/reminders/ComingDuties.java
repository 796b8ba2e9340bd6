package org.mineban.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Day;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;

/** Of one kind, on one day: which State has a duty that comes near, and why each other has none to be reminded of. Each State is looked up once. */
final class ComingDuties {

    private final Obligations obligations;
    private final ReminderKind kind;
    private final LocalDate on;
    private final Map<StateCode, Found> found = new HashMap<>();

    /** What there is of a State: a duty to be reminded of, or why there is none. */
    sealed interface Found {
        record Coming(Obligation duty) implements Found {}

        record Nothing(LeftOut why) implements Found {}
    }

    ComingDuties(Obligations obligations, ReminderKind kind, LocalDate on) {
        this.obligations = obligations;
        this.kind = kind;
        this.on = on;
    }

    Found of(StateCode state) {
        return found.computeIfAbsent(state, this::look);
    }

    private Found look(StateCode state) {
        List<Obligation> duties = obligations.of(state, on).stream()
                .filter(duty -> duty.duty() == kind.duty())
                .toList();
        // Of the yearly reports, the one that comes next; those that have passed are not what a reminder is for.
        Optional<Obligation> next = duties.stream()
                .filter(duty -> !(duty.standing().value() instanceof DutyState.PassedWithoutRecord))
                .min(Comparator.comparing(duty -> duty.due().value().earliest().orElse(LocalDate.MAX)))
                .or(() -> duties.stream().reduce((first, second) -> second));
        return next.map(this::judge).orElseGet(() -> nothing(LeftOut.because(LeftOut.Reason.NO_DUTY)));
    }

    private Found judge(Obligation duty) {
        Optional<LocalDate> due = duty.due().value().known();
        return switch (duty.standing().value()) {
            case DutyState.Upcoming coming -> near(duty, due);
            case DutyState.Reopened reopened -> near(duty, due);
            case DutyState.RequestNotGranted refused -> near(duty, due);
            case DutyState.PassedWithoutRecord passed -> passed(due);
            case DutyState.Missed missed -> passed(due);
            case DutyState.Completed completed -> met(completed.on().map(date -> Day.of(date)));
            case DutyState.CompletedLate completed -> met(completed.on().map(date -> Day.of(date)));
            case DutyState.NothingToDo nothing -> met(nothing.on().map(date -> Day.of(date)));
            case DutyState.EndedByWithdrawal(LocalDate effective) ->
                nothing(LeftOut.because(LeftOut.Reason.ENDED, effective));
            case DutyState.TaskNotRecorded unknown -> nothing(LeftOut.because(LeftOut.Reason.TASK_UNKNOWN));
            case DutyState.DayNotRecorded unknown -> nothing(LeftOut.because(LeftOut.Reason.DAY_UNKNOWN));
            case DutyState.NotDeterminable unknown -> nothing(LeftOut.because(LeftOut.Reason.DAY_UNKNOWN));
            case DutyState.Lasting lasting -> nothing(LeftOut.because(LeftOut.Reason.DAY_UNKNOWN));
        };
    }

    private Found near(Obligation duty, Optional<LocalDate> due) {
        if (due.isEmpty()) {
            return nothing(LeftOut.because(LeftOut.Reason.DAY_UNKNOWN));
        }
        long days = ChronoUnit.DAYS.between(on, due.get());
        if (days < 0) {
            return passed(due);
        }
        return days > kind.daysAhead()
                ? nothing(LeftOut.because(LeftOut.Reason.TOO_FAR, due.get()))
                : new Found.Coming(duty);
    }

    private static Found passed(Optional<LocalDate> due) {
        return nothing(new LeftOut(LeftOut.Reason.PASSED, due));
    }

    private static Found met(Optional<Day> on) {
        return nothing(new LeftOut(LeftOut.Reason.MET, on.flatMap(Day::known)));
    }

    private static Found nothing(LeftOut why) {
        return new Found.Nothing(why);
    }
}
