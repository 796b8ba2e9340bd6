package org.mineban.victims;

import java.time.LocalDate;

/**
 * On what terms an identity is kept.
 *
 * @param keepUntil the last day on which it is kept; after it, the identity is to be erased and only the statistics stay
 */
public record Terms(Purpose purpose, Basis basis, LocalDate keepUntil) {

    /** What for. */
    public enum Purpose {
        ASSISTANCE,
        COMPENSATION,
        INVESTIGATION
    }

    /** By what right. */
    public enum Basis {
        CONSENT,
        LEGAL_DUTY,
        PUBLIC_TASK,
        VITAL_INTEREST
    }
}
