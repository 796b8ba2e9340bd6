package org.mineban.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mineban.kernel.StateCode;

/**
 * A role that somebody has.
 *
 * @param state the State it is given for; empty for a role of the whole system
 * @param organisation the organisation it is given for; empty when it is for none
 * @param sections the sections of the report it is given for; empty when it is for none
 * @param grantedBy the UUID of the person who gave it, or {@code program:…}
 */
public record Grant(
        UUID id,
        Role role,
        Optional<StateCode> state,
        Optional<UUID> organisation,
        Set<String> sections,
        String grantedBy,
        Instant grantedAt) {

    public Grant {
        sections = Set.copyOf(sections);
    }
}
