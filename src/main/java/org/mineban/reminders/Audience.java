package org.mineban.reminders;

import java.util.Arrays;
import java.util.Optional;

/** Whom a reminder is for, by what they are for their State. */
public enum Audience {
    REPORTERS("reporter"),
    COORDINATORS("national-coordinator"),
    APPROVERS("approver");

    private final String role;

    Audience(String role) {
        this.role = role;
    }

    /** The role's word in data, whose name is the message {@code role.ID}. */
    public String role() {
        return role;
    }

    /** The audience of that role; empty when none is. */
    public static Optional<Audience> find(String role) {
        return Arrays.stream(values())
                .filter(audience -> audience.role.equals(role))
                .findFirst();
    }
}
