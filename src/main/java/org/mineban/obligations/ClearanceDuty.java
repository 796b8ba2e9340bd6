package org.mineban.obligations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Reason;
import org.mineban.kernel.StateCode;

/** Follows a State's duty under Article 5 through the events of the record, up to a day. */
final class ClearanceDuty {

    private final StateCode state;
    private final LocalDate on;
    private Explained<Day> deadline;
    private final List<Doubt> doubts = new ArrayList<>();
    private @Nullable ClearanceEvent completed;
    private @Nullable ClearanceEvent nothingToDo;
    private @Nullable ClearanceEvent reopened;
    private @Nullable ClearanceEvent missed;
    private @Nullable ClearanceEvent notGranted;
    private boolean anyTask;

    private ClearanceDuty(StateCode state, Explained<Day> original, LocalDate on) {
        this.state = state;
        this.deadline = original;
        this.on = on;
    }

    /**
     * The duty as it stood on a day.
     *
     * @param original the deadline that Article 5, paragraph 1, gives
     * @param events the State's events, in any order
     */
    static Obligation of(StateCode state, Explained<Day> original, List<ClearanceEvent> events, LocalDate on) {
        ClearanceDuty duty = new ClearanceDuty(state, original, on);
        events.stream()
                .filter(event -> event.kind() == ClearanceEvent.Kind.ORIGINAL_DEADLINE)
                .forEach(duty::compareOriginal);
        events.stream()
                .filter(event -> event.kind() != ClearanceEvent.Kind.ORIGINAL_DEADLINE)
                .filter(event -> duty.knownBy(event))
                .sorted(Comparator.comparing((ClearanceEvent event) -> duty.countsFrom(event))
                        .thenComparingInt(ClearanceEvent::sequence))
                .forEach(duty::apply);
        return new Obligation(state, Duty.CLEARANCE, java.util.OptionalInt.empty(), duty.deadline, duty.standing());
    }

    private void compareOriginal(ClearanceEvent event) {
        anyTask = true;
        boolean differs = event.deadline()
                .filter(stated -> !Day.of(stated).equals(deadline.value()))
                .isPresent();
        if (differs) {
            doubts.add(Doubt.of(ObligationRule.DOUBT_ORIGINAL_DEADLINE_DIFFERS, event.row()));
        }
        doubts.addAll(event.noteAsDoubt());
    }

    /** An event without a day can only be a completion in time: it counts once the deadline has passed. */
    private LocalDate countsFrom(ClearanceEvent event) {
        return event.knownFrom().or(() -> deadline.value().latest()).orElse(LocalDate.MAX);
    }

    private boolean knownBy(ClearanceEvent event) {
        anyTask = true;
        boolean known = !countsFrom(event).isAfter(on);
        if (!known && event.knownFrom().isEmpty()) {
            doubts.add(Doubt.of(ObligationRule.DOUBT_COMPLETION_DAY_UNKNOWN, event.row()));
        }
        return known;
    }

    private void apply(ClearanceEvent event) {
        switch (event.kind()) {
            case EXTENSION -> {
                deadline = Article5.extended(deadline, event);
                missed = null;
                notGranted = null;
                reopened = null;
                completed = null;
                nothingToDo = null;
            }
            case NOT_GRANTED -> notGranted = event;
            case DEADLINE_MISSED -> missed = event;
            case COMPLETION_DECLARED -> completed = event;
            case NO_MINED_AREAS_STATED -> nothingToDo = event;
            case NEW_CONTAMINATION -> {
                reopened = event;
                completed = null;
                nothingToDo = null;
                missed = null;
            }
            case ORIGINAL_DEADLINE -> throw new IllegalStateException("Compared, not applied: " + state);
        }
    }

    private Explained<DutyState> standing() {
        if (completed != null) {
            return completion(completed);
        }
        if (nothingToDo != null) {
            return stated(
                    new DutyState.NothingToDo(nothingToDo.happenedOn()),
                    ObligationRule.DUTY_NOTHING_TO_DO,
                    nothingToDo);
        }
        return unfinished();
    }

    private Explained<DutyState> unfinished() {
        Optional<LocalDate> due = deadline.value().known();
        if (reopened != null) {
            PartialDate since = reopened.happenedOn().orElseGet(() -> PartialDate.of(on));
            return stated(new DutyState.Reopened(since), ObligationRule.DUTY_REOPENED, reopened);
        }
        if (deadline.value() instanceof Day.NotRecorded) {
            return because(new DutyState.DayNotRecorded(), ObligationRule.DUTY_DAY_NOT_RECORDED);
        }
        if (due.isEmpty()) {
            return because(new DutyState.NotDeterminable(), ObligationRule.DUTY_NOT_DETERMINABLE);
        }
        long since = ChronoUnit.DAYS.between(due.get(), on);
        if (notGranted != null) {
            return stated(new DutyState.RequestNotGranted(since), ObligationRule.DUTY_REQUEST_NOT_GRANTED, notGranted);
        }
        if (missed != null && since > 0) {
            return stated(new DutyState.Missed(since), ObligationRule.DUTY_MISSED, missed);
        }
        if (!anyTask) {
            return new Explained<DutyState>(
                            new DutyState.TaskNotRecorded(since),
                            new Reason.Silent(
                                    ObligationRule.NO_CLEARANCE_EVENT_RECORDED,
                                    "obligations/article5.csv",
                                    Optional.of(on),
                                    List.of()))
                    .doubting(doubts);
        }
        return since > 0
                ? because(new DutyState.PassedWithoutRecord(since), ObligationRule.DUTY_PASSED_WITHOUT_RECORD)
                : because(new DutyState.Upcoming(-since), ObligationRule.DUTY_UPCOMING);
    }

    private Explained<DutyState> completion(ClearanceEvent event) {
        Optional<PartialDate> when = event.happenedOn();
        Optional<LocalDate> due = deadline.value().latest();
        boolean late =
                when.isPresent() && due.isPresent() && when.get().earliest().isAfter(due.get());
        if (!late) {
            boolean straddles =
                    when.isPresent() && due.isPresent() && when.get().latest().isAfter(due.get());
            if (straddles) {
                doubts.add(Doubt.of(ObligationRule.DOUBT_TIMELINESS_NOT_DETERMINABLE, event.row()));
            }
            return stated(new DutyState.Completed(when), ObligationRule.DUTY_COMPLETED, event);
        }
        Optional<Long> days = when.flatMap(PartialDate::day).map(day -> ChronoUnit.DAYS.between(due.get(), day));
        return stated(new DutyState.CompletedLate(when, days), ObligationRule.DUTY_COMPLETED_LATE, event);
    }

    private Explained<DutyState> stated(DutyState value, ObligationRule name, ClearanceEvent event) {
        Explained<?> said = Explained.stated(
                event.happenedOn().map(Object::toString).orElse(""), ObligationRule.EVENT_STATED, event.row());
        return new Explained<DutyState>(
                        value,
                        new Reason.Given(
                                name, Optional.of(Duty.CLEARANCE.provision()), List.of(said, deadline), List.of()))
                .doubting(event.noteAsDoubt())
                .doubting(doubts);
    }

    private Explained<DutyState> because(DutyState value, ObligationRule name) {
        return new Explained<DutyState>(
                        value,
                        new Reason.Given(name, Optional.of(Duty.CLEARANCE.provision()), List.of(deadline), List.of()))
                .doubting(doubts);
    }
}
