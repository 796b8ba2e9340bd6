package org.mineban.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a version of a record has come on its way into the figures. Only {@link #APPROVED} counts. */
public enum Approval {
    /** Being written; seen by the writer's own organisation and the national office. */
    DRAFT,
    /** Handed in for verification. */
    SUBMITTED,
    /** Looked at by somebody else and found right. */
    VERIFIED,
    /** Approved by the national office: it counts, and is locked. */
    APPROVED,
    /** Given back with a reason. */
    RETURNED,
    /** Kept from a file although something forbids to approve it, such as a missing place. */
    QUARANTINED;

    /** Lower-case, as in the database and in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the record's writers may still change it. */
    public boolean open() {
        return this == DRAFT || this == RETURNED || this == QUARANTINED;
    }

    /** The state of that id; empty when there is none. */
    public static Optional<Approval> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
