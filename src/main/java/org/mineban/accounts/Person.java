package org.mineban.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/**
 * Somebody with an account.
 *
 * @param email in lower case; nobody else has the same
 * @param language in which mail is written to them
 * @param disabledAt since when they cannot sign in; empty when they can
 * @param hasPassword whether a password was set; without one they were invited and have not come, or sign in elsewhere
 * @param grants the roles they have now
 * @param version counts the changes of the account
 */
public record Person(
        UUID id,
        String name,
        String email,
        Language language,
        Optional<Instant> disabledAt,
        boolean hasPassword,
        List<Grant> grants,
        Instant createdAt,
        int version) {

    public Person {
        grants = List.copyOf(grants);
    }

    /** Whether they have the role, for whatever State or organisation. */
    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** The States that their roles are for. */
    public List<StateCode> states() {
        return grants.stream()
                .flatMap(grant -> grant.state().stream())
                .distinct()
                .toList();
    }

    /** How the audit trail names them. */
    public String actor() {
        return id.toString();
    }
}
