package org.mineban.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mineban.kernel.StateCode;

/**
 * A reminder to many.
 *
 * @param sendOn the day on which it is sent, and as of which the duties are taken
 * @param states the States it is for; empty for every State that has the duty
 * @param madeBy who prepared it: an account
 * @param decidedBy who confirmed it or called it off; empty while it is a draft
 * @param sentAt when the last message was queued
 */
public record Campaign(
        UUID id,
        ReminderKind kind,
        LocalDate sendOn,
        Set<Audience> audience,
        Set<StateCode> states,
        Status status,
        String madeBy,
        Instant madeAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Instant> sentAt) {

    /** How far it is. */
    public enum Status {
        /** Prepared, and nothing more: nothing is sent. */
        DRAFT("draft"),
        /** Confirmed, and sent on its day. */
        CONFIRMED("confirmed"),
        /** Every message is queued. */
        SENT("sent"),
        /** Called off before it was sent. */
        CALLED_OFF("called-off");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /** The word in data and in the message {@code reminder.status.KEY}. */
        public String key() {
            return key;
        }

        static Status of(String key) {
            return Arrays.stream(values())
                    .filter(status -> status.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No status of a reminder is called " + key));
        }
    }

    public Campaign {
        audience = Set.copyOf(audience);
        states = Set.copyOf(states);
    }

    /** What its messages are found by in the outbox. */
    public String cause() {
        return "reminder:" + id;
    }
}
