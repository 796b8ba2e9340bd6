package org.mineban.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is for a State, an organisation or the whole system. Each is described by the message {@code role.ID.about}. */
public enum Role {
    NATIONAL_COORDINATOR(Bound.STATE),
    REPORTER(Bound.STATE),
    CONTRIBUTOR(Bound.SECTIONS),
    APPROVER(Bound.STATE),
    OPERATOR(Bound.ORGANISATION),
    VERIFIER(Bound.STATE),
    INFORMATION_MANAGER(Bound.STATE),
    VICTIM_DATA_OFFICER(Bound.STATE),
    SECRETARIAT_OFFICER(Bound.SYSTEM),
    DEPOSITARY_OFFICER(Bound.SYSTEM),
    COMMITTEE_READER(Bound.SYSTEM),
    ADMINISTRATOR(Bound.SYSTEM);

    /** What a role must be given for. */
    public enum Bound {
        /** The whole system. */
        SYSTEM,
        /** One State. */
        STATE,
        /** One organisation at work in one State. */
        ORGANISATION,
        /** Named sections of the reports of one State. */
        SECTIONS
    }

    private final Bound bound;

    Role(Bound bound) {
        this.bound = bound;
    }

    /** What it must be given for. */
    public Bound bound() {
        return bound;
    }

    /** Lower-case words joined by hyphens, as {@code national-coordinator}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that id. */
    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** Which permission giving this role to somebody takes. */
    public Permission grantedBy() {
        return switch (this) {
            case NATIONAL_COORDINATOR -> Permission.ROLES_GRANT_COORDINATOR;
            case REPORTER, CONTRIBUTOR, APPROVER, OPERATOR, VERIFIER, INFORMATION_MANAGER, VICTIM_DATA_OFFICER ->
                Permission.ROLES_GRANT_IN_STATE;
            case SECRETARIAT_OFFICER, DEPOSITARY_OFFICER, COMMITTEE_READER, ADMINISTRATOR ->
                Permission.ROLES_GRANT_SYSTEM;
        };
    }
}
