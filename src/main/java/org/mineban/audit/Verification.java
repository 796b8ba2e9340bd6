package org.mineban.audit;

import java.util.Optional;

/**
 * What a check of the trail found.
 *
 * @param entries how many entries fit, from the first that was checked on
 * @param head where the trail says that it ends; number -1 when it does not say
 * @param fault the first thing that does not fit; empty when all fits
 */
public record Verification(long entries, AuditTrail.Head head, Optional<Fault> fault) {

    /**
     * What does not fit.
     *
     * @param number the entry concerned
     */
    public record Fault(Kind kind, long number) {}

    /** How something does not fit. */
    public enum Kind {
        /** The entry is not as it was written, or does not follow the one before. */
        ENTRY_CHANGED,
        /** The entry is missing; entries after it, or the head, say that it was there. */
        ENTRY_MISSING,
        /** The head is not that of the last entry. */
        HEAD_CHANGED,
        /** The head kept in the database for a day is not that of its entry. */
        DAILY_HEAD,
        /** The head that somebody kept elsewhere is not that of its entry. */
        KEPT_HEAD
    }

    /** The number of the first entry that does not fit; empty when all do. */
    public Optional<Long> firstBroken() {
        return fault.map(Fault::number);
    }
}
