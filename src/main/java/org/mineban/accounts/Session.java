package org.mineban.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One signing in, until it ends.
 *
 * @param method by what somebody signed in
 * @param device what the browser calls itself, cut short
 * @param provedAt when its owner last proved that it is they, by signing in or since
 * @param seenAt when it was last used, to the minute
 */
public record Session(
        UUID id,
        UUID person,
        Method method,
        String device,
        Instant startedAt,
        Instant provedAt,
        Instant seenAt,
        Optional<Instant> endedAt) {

    /** By what somebody signed in. */
    public enum Method {
        /** A password alone: such a session can only set up a second factor. */
        PASSWORD,
        /** A password and a code from a telephone. */
        PASSWORD_AND_CODE,
        /** A password and a code kept for when the telephone is lost. */
        PASSWORD_AND_RECOVERY,
        /** A passkey, which is two factors by itself. */
        PASSKEY,
        /** The sign-in of the organisation. */
        OUTSIDE;

        /** Whether the session is as good as two factors. */
        public boolean complete() {
            return this != PASSWORD;
        }
    }
}
