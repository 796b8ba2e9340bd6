package org.mineban.audit;

import java.util.List;
import java.util.Optional;
import org.mineban.kernel.StateCode;

/**
 * What happened, before it has its number in the trail.
 *
 * @param actor who did it: an account's UUID, or {@code program:} with the name of a job or command
 * @param action what was done, lower-case words joined by hyphens
 * @param subjectKind the kind of thing it was done to
 * @param subject which one
 * @param state the State concerned; empty when it concerns none
 * @param reason why, in the actor's words; empty when none was asked for
 * @param changes each field that changed; empty for a reading
 */
public record AuditEvent(
        String actor,
        String action,
        String subjectKind,
        String subject,
        Optional<StateCode> state,
        Optional<String> reason,
        List<Change> changes) {

    public AuditEvent {
        changes = List.copyOf(changes);
    }
}
