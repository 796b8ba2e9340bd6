package org.mineban.kernel;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A day that a rule gives or a record states; or why there is none. */
public sealed interface Day {

    /** That day. */
    record On(LocalDate day) implements Day {
        @Override
        public String toString() {
            return day.toString();
        }
    }

    /**
     * Not determinable: what it rests on is stated to the month or the year only, so that it lies somewhere between these days, both
     * possible.
     */
    record Between(LocalDate from, LocalDate to) implements Day {
        @Override
        public String toString() {
            return from + "/" + to;
        }
    }

    /** There is such a day, but this record does not have it. */
    record NotRecorded() implements Day {}

    /** The rule knows no day: the duty is lasting. */
    record None() implements Day {}

    static Day on(LocalDate day) {
        return new On(day);
    }

    /** The day itself, when it is determinable. */
    default Optional<LocalDate> known() {
        return this instanceof On(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    /** The first day it may be; empty for {@link NotRecorded} and {@link None}. */
    default Optional<LocalDate> earliest() {
        return switch (this) {
            case On(LocalDate day) -> Optional.of(day);
            case Between(LocalDate from, LocalDate to) -> Optional.of(from);
            case NotRecorded(), None() -> Optional.empty();
        };
    }

    /** The last day it may be; empty for {@link NotRecorded} and {@link None}. */
    default Optional<LocalDate> latest() {
        return switch (this) {
            case On(LocalDate day) -> Optional.of(day);
            case Between(LocalDate from, LocalDate to) -> Optional.of(to);
            case NotRecorded(), None() -> Optional.empty();
        };
    }

    /** The day moved by a rule that keeps the order of days; both ends of a {@link Between} are moved. */
    default Day map(UnaryOperator<LocalDate> rule) {
        return switch (this) {
            case On(LocalDate day) -> new On(rule.apply(day));
            case Between(LocalDate from, LocalDate to) -> between(rule.apply(from), rule.apply(to));
            case NotRecorded(), None() -> this;
        };
    }

    /** Somewhere between two days; the day itself when they are one. */
    static Day between(LocalDate earliest, LocalDate latest) {
        return earliest.equals(latest) ? new On(earliest) : new Between(earliest, latest);
    }

    /** What a partial date says of the day. */
    static Day of(PartialDate date) {
        return between(date.earliest(), date.latest());
    }
}
