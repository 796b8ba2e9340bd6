package org.mineban.victims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One step of a victim's care. Provider and note are kept sealed.
 *
 * @param doneOn when it ended; empty while it goes on or is awaited
 * @param provider who gives it; may be empty
 * @param note may be empty
 */
public record CareStep(
        UUID id,
        Kind kind,
        Service service,
        LocalDate beganOn,
        Optional<LocalDate> doneOn,
        String provider,
        String note,
        String recordedBy,
        Instant recordedAt) {

    /** What kind of step. */
    public enum Kind {
        SERVICE,
        REFERRAL,
        FOLLOW_UP
    }

    /** The kinds of assistance. */
    public enum Service {
        EMERGENCY,
        REHABILITATION,
        PSYCHOSOCIAL,
        EDUCATION,
        LIVELIHOOD,
        INCLUSION
    }
}
