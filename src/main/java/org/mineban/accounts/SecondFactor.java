package org.mineban.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has beside a password.
 *
 * @param label how its owner calls it
 * @param usedAt when it was last used; empty when never
 */
public record SecondFactor(UUID id, Kind kind, String label, Instant addedAt, Optional<Instant> usedAt) {

    /** Its kind. */
    public enum Kind {
        /** A telephone that shows a code of six digits every half minute (TOTP, RFC 6238). */
        CODE,
        /** A passkey: a key kept by a telephone, a computer or a stick (WebAuthn). */
        PASSKEY,
        /** A code on paper, good once, for when the telephone is lost. */
        RECOVERY
    }
}
