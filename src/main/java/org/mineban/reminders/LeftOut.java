package org.mineban.reminders;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why somebody is not reminded.
 *
 * @param on the day that the reason speaks of; empty when it speaks of none
 */
public record LeftOut(Reason reason, Optional<LocalDate> on) {

    /** The reasons, in the order in which they are looked for. */
    public enum Reason {
        /** The account is disabled. */
        DISABLED("disabled"),
        /** The person's role was ended after the list was confirmed. */
        ROLE_ENDED("role-ended"),
        /** The account has no e-mail address that can be used. */
        NO_ADDRESS("no-address"),
        /** The person turned reminders off. */
        UNSUBSCRIBED("unsubscribed"),
        /** The State was not chosen. */
        STATE_NOT_CHOSEN("state-not-chosen"),
        /** The State has no such duty: it is not bound on that day. */
        NO_DUTY("no-duty"),
        /** A source states that the duty was met, or that there is nothing to do. */
        MET("met"),
        /** The State's withdrawal takes effect before the duty falls due. */
        ENDED("ended"),
        /** The day has passed. */
        PASSED("passed"),
        /** The day lies too far ahead. */
        TOO_FAR("too-far"),
        /** The record does not say on which day the duty falls due. */
        DAY_UNKNOWN("day-unknown"),
        /** The record does not say whether the State has anything to do. Unknown is not none: somebody should find out. */
        TASK_UNKNOWN("task-unknown"),
        /** The person was reminded of the same duty a short while ago. */
        ALREADY_REMINDED("already-reminded");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The word in data and in the message {@code reminder.left-out.KEY}. */
        public String key() {
            return key;
        }

        static Reason of(String key) {
            return Arrays.stream(values())
                    .filter(reason -> reason.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No reason is called " + key));
        }
    }

    static LeftOut because(Reason reason) {
        return new LeftOut(reason, Optional.empty());
    }

    static LeftOut because(Reason reason, LocalDate on) {
        return new LeftOut(reason, Optional.of(on));
    }
}
