package org.mineban.depositary;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An entry of the desk.
 *
 * @param number what people call it by; counted from 1 over all nodes, with gaps where somebody gave up
 * @param version counts its changes: whoever changes it names the version that they saw
 * @param document the source itself; empty when none was brought
 * @param author who began it
 * @param writers everybody who wrote something of it; none of them may confirm it
 * @param proposedAt since when it waits for confirmation, or waited
 * @param settled how it was confirmed, returned or withdrawn; empty while it is not
 * @param place its place among the confirmed, from 1; empty when it is not confirmed
 */
public record Entry(
        UUID id,
        long number,
        int version,
        Status status,
        Content content,
        Optional<SourceDocument> document,
        UUID author,
        Set<UUID> writers,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> proposedAt,
        Optional<Settled> settled,
        Optional<Long> place) {

    public Entry {
        writers = Set.copyOf(writers);
    }

    /**
     * How an entry was confirmed, returned or withdrawn.
     *
     * @param as the role in which it was done, lower-case words joined by hyphens
     * @param because why, in the person's words; may be empty
     */
    public record Settled(UUID by, String as, Instant at, String because) {}

    /** The entry as one that counts; for one that is not confirmed, as if it were confirmed now. */
    Confirmed counting(long nextPlace, Instant now, String asRole) {
        return new Confirmed(
                id,
                place.orElse(nextPlace),
                createdAt,
                settled.map(Settled::at)
                        .filter(at -> status == Status.CONFIRMED)
                        .orElse(now),
                settled.map(Settled::as)
                        .filter(as -> status == Status.CONFIRMED)
                        .orElse(asRole),
                content);
    }
}
