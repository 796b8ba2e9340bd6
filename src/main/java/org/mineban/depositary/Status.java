package org.mineban.depositary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an entry has come. */
public enum Status {
    /** Being written; its writers may change it. */
    DRAFT,
    /** Written, and waiting for somebody else to confirm it. */
    PROPOSED,
    /** It counts, from the day of its confirmation on. Never changed again; a correction takes its place. */
    CONFIRMED,
    /** Sent back to its writers, with a reason. */
    RETURNED,
    /** Given up by its writers. */
    WITHDRAWN;

    /** The word in addresses, the database and messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its writers may change it. */
    public boolean open() {
        return this == DRAFT || this == RETURNED;
    }

    /** The status of that id. */
    public static Optional<Status> find(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
