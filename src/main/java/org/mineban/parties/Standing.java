package org.mineban.parties;

import java.time.LocalDate;
import org.mineban.kernel.Day;
import org.mineban.kernel.PartialDate;

/** What a State is to the Convention on a day. */
public sealed interface Standing {

    /** A State Party: the Convention is in force for it. */
    record StateParty(Day since) implements Standing {}

    /** It has deposited its instrument; the Convention is not yet in force for it. */
    record ConsentDeposited(PartialDate depositedOn, Day entryIntoForce) implements Standing {}

    /** It has signed and given no consent to be bound. A State not party. */
    record Signatory(PartialDate signedOn) implements Standing {}

    /** It has neither signed nor given consent to be bound. */
    record NotParty() implements Standing {}

    /** It has notified its withdrawal, which has not taken effect: still a State Party. */
    record WithdrawalNotified(Day since, LocalDate notifiedOn, Day effectiveOn) implements Standing {}

    /** Its withdrawal has taken effect: no longer a State Party. */
    record Withdrawn(Day effectiveOn) implements Standing {}

    /** The record does not allow to say what it was on that day, because a date in it is known to the month or year only. */
    record NotDeterminable(PartialDate depositedOn, Day entryIntoForce) implements Standing {}

    /** Whether the Convention is in force for the State, for certain. */
    default boolean inForce() {
        return this instanceof StateParty || this instanceof WithdrawalNotified;
    }

    /** The key of its message, {@code standing.KEY}, and the word in data. */
    default String key() {
        return switch (this) {
            case StateParty party -> "state-party";
            case ConsentDeposited deposited -> "consent-deposited";
            case Signatory signatory -> "signatory";
            case NotParty notParty -> "not-party";
            case WithdrawalNotified notified -> "withdrawal-notified";
            case Withdrawn withdrawn -> "withdrawn";
            case NotDeterminable unknown -> "not-determinable";
        };
    }
}
