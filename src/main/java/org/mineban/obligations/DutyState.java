package org.mineban.obligations;

import java.time.LocalDate;
import java.util.Optional;
import org.mineban.kernel.PartialDate;

/**
 * What the record says of a duty on a day. That something was done, or was not, is known only from a row that says so; without one, a day that
 * has passed is just that.
 */
public sealed interface DutyState {

    /**
     * The due day lies ahead.
     *
     * @param days until then; 0 on the due day itself
     */
    record Upcoming(long days) implements DutyState {}

    /**
     * The due day has passed and the record has nothing on whether it was met. Never called overdue.
     *
     * @param days since then
     */
    record PassedWithoutRecord(long days) implements DutyState {}

    /**
     * A source states that it was met, and nothing says that this was after the due day.
     *
     * @param on when, as far as recorded
     */
    record Completed(Optional<PartialDate> on) implements DutyState {}

    /**
     * A source states that it was met after the due day.
     *
     * @param on when, as far as recorded
     * @param days late, when known to the day
     */
    record CompletedLate(Optional<PartialDate> on, Optional<Long> days) implements DutyState {}

    /** The State declared that there is nothing to do: no stockpile, no mined area. */
    record NothingToDo(Optional<PartialDate> on) implements DutyState {}

    /**
     * A source states that the due day passed and the duty was not met.
     *
     * @param days since then
     */
    record Missed(long days) implements DutyState {}

    /**
     * A request to extend the deadline was not granted.
     *
     * @param days since the deadline; negative while it is ahead
     */
    record RequestNotGranted(long days) implements DutyState {}

    /**
     * Mined areas were found after completion, or after it was stated that there were none.
     *
     * @param on when they were reported
     */
    record Reopened(PartialDate on) implements DutyState {}

    /** The deadline was extended; to which day is not recorded here. */
    record DayNotRecorded() implements DutyState {}

    /**
     * The record has nothing on whether the State has anything to do. The day is the one that would apply.
     *
     * @param days since it passed; negative while it is ahead
     */
    record TaskNotRecorded(long days) implements DutyState {}

    /** A duty with no day, for as long as the State is bound. */
    record Lasting() implements DutyState {}

    /** The State's withdrawal takes effect on or before the due day. */
    record EndedByWithdrawal(LocalDate effectiveOn) implements DutyState {}

    /** The due day is not determinable, because a date is known to the month or year only. */
    record NotDeterminable() implements DutyState {}

    /** The word in data and in the message {@code duty-state.KEY}. */
    default String key() {
        return switch (this) {
            case Upcoming state -> "upcoming";
            case PassedWithoutRecord state -> "passed-without-record";
            case Completed state -> "completed";
            case CompletedLate state -> "completed-late";
            case NothingToDo state -> "nothing-to-do";
            case Missed state -> "missed";
            case RequestNotGranted state -> "request-not-granted";
            case Reopened state -> "reopened";
            case DayNotRecorded state -> "day-not-recorded";
            case TaskNotRecorded state -> "task-not-recorded";
            case Lasting state -> "lasting";
            case EndedByWithdrawal state -> "ended-by-withdrawal";
            case NotDeterminable state -> "not-determinable";
        };
    }

    /** Whether something may still have to be done: everything but completion, nothing to do, and the end by withdrawal. */
    default boolean open() {
        return switch (this) {
            case Upcoming state -> true;
            case PassedWithoutRecord state -> true;
            case Missed state -> true;
            case RequestNotGranted state -> true;
            case Reopened state -> true;
            case DayNotRecorded state -> true;
            case TaskNotRecorded state -> true;
            case Lasting state -> true;
            case NotDeterminable state -> true;
            case Completed state -> false;
            case CompletedLate state -> false;
            case NothingToDo state -> false;
            case EndedByWithdrawal state -> false;
        };
    }

    /**
     * Days since the due day where it has passed and the duty is not recorded as met, or days by which it was met late; empty when neither is
     * known.
     */
    default Optional<Long> daysLate() {
        return switch (this) {
            case PassedWithoutRecord(long days) -> Optional.of(days);
            case Missed(long days) -> Optional.of(days);
            case RequestNotGranted(long days) -> Optional.of(days).filter(late -> late > 0);
            case CompletedLate(Optional<PartialDate> on, Optional<Long> days) -> days;
            case TaskNotRecorded(long days) -> Optional.empty();
            case Upcoming state -> Optional.empty();
            case Completed state -> Optional.empty();
            case NothingToDo state -> Optional.empty();
            case Reopened state -> Optional.empty();
            case DayNotRecorded state -> Optional.empty();
            case Lasting state -> Optional.empty();
            case EndedByWithdrawal state -> Optional.empty();
            case NotDeterminable state -> Optional.empty();
        };
    }
}
