package org.mineban.reporting;

import java.time.LocalDate;
import java.util.Optional;
import org.mineban.kernel.PartialDate;

/**
 * What the register of the parties and the record of duties say of a State, at the end of the period of a report or on the day of the check. What is not
 * recorded is empty or {@link Duty#NOT_RECORDED}; it is never taken for "no".
 *
 * @param known whether the register has the State
 * @param name the State's name in the language of the reader; its code when unknown
 * @param party whether the Convention was in force for it on the last day of the period; empty when not determinable
 * @param entryIntoForce for that State
 * @param withdrawalEffect the day on which a notified withdrawal takes effect
 * @param stockpileDeadline Article 4
 * @param stockpile where the duty of Article 4 stands
 * @param stockpileCompleted when it was completed
 * @param clearanceDeadline Article 5, extensions included
 * @param clearance where the duty of Article 5 stands
 * @param clearanceCompleted when completion was declared
 * @param extensionAsked whether an extension was granted or is on record as asked for
 * @param retainedFirst mines the State first declared to retain; empty when not recorded
 */
public record StateFacts(
        boolean known,
        String name,
        Optional<Boolean> party,
        Optional<LocalDate> entryIntoForce,
        Optional<LocalDate> withdrawalEffect,
        Optional<LocalDate> stockpileDeadline,
        Duty stockpile,
        Optional<PartialDate> stockpileCompleted,
        Optional<LocalDate> clearanceDeadline,
        Duty clearance,
        Optional<PartialDate> clearanceCompleted,
        boolean extensionAsked,
        Optional<Long> retainedFirst) {

    /** Where a duty stands. */
    public enum Duty {
        /** Something remains to be done. */
        OPEN,
        /** Met, or there was never anything to do. */
        DONE,
        /** The record says nothing. */
        NOT_RECORDED
    }

    /** Of a State that the register does not have. */
    public static StateFacts none(String name) {
        return new StateFacts(
                false,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duty.NOT_RECORDED,
                Optional.empty(),
                Optional.empty(),
                Duty.NOT_RECORDED,
                Optional.empty(),
                false,
                Optional.empty());
    }
}
