package org.mineban.victims;

import java.time.Instant;

/**
 * What a victim answered when asked whether their identity may be passed on.
 *
 * @param recordedBy the account's UUID of who asked
 */
public record Consent(Sharing sharing, Answer answer, Giver givenBy, String recordedBy, Instant recordedAt) {

    /** With whom. */
    public enum Sharing {
        /** Authorities of the State. */
        AUTHORITIES,
        /** Organisations that assist victims. */
        ORGANISATIONS,
        /** A provider of services to whom the person is referred. */
        REFERRAL
    }

    /** The answers. Who was not asked has not consented. */
    public enum Answer {
        YES,
        NO,
        WITHDRAWN
    }

    /** Who answered. */
    public enum Giver {
        SELF,
        GUARDIAN
    }
}
