package org.mineban.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether somebody may do something, and why.
 *
 * @param allowed whether they may
 * @param steps what was looked at, in order: the account, then each role
 */
public record Decision(boolean allowed, Permission permission, List<Step> steps) {

    public Decision {
        steps = List.copyOf(steps);
    }

    /** What one step of a decision found. */
    public enum Finding {
        /** Nobody is signed in. */
        NOT_SIGNED_IN,
        /** The account is disabled. */
        DISABLED,
        /** The person has no role. */
        NO_ROLE,
        /** They wrote it themselves, and this takes four eyes. */
        OWN_WORK,
        /** The role does not have this permission. */
        ROLE_LACKS,
        /** The role has it, but for another State. */
        OTHER_STATE,
        /** The role has it, but for another organisation. */
        OTHER_ORGANISATION,
        /** The role has it, but for other sections. */
        OTHER_SECTION,
        /** The role has it and reaches this. */
        ALLOWED;

        /** Lower-case words joined by hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One step.
     *
     * @param grant the role that was looked at; empty when it was the account
     */
    public record Step(Finding finding, Optional<Grant> grant) {}
}
