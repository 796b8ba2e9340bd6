package org.mineban.depositary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * An entry that counts.
 *
 * @param place its place among all that were confirmed, from 1; those of all nodes stand in one order
 * @param recordedAt when it was first written
 * @param as the role in which it was confirmed
 */
public record Confirmed(UUID id, long place, Instant recordedAt, Instant confirmedAt, String as, Content content) {

    /** The day from which on it was known, in UTC. */
    public LocalDate knownOn() {
        return LocalDate.ofInstant(confirmedAt, ZoneOffset.UTC);
    }
}
