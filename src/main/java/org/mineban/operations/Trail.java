package org.mineban.operations;

import java.util.List;
import java.util.Optional;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.storage.Transaction;

/** What the audit trail says of records. */
final class Trail {

    private Trail() {}

    static void add(
            AuditTrail audit,
            Transaction transaction,
            Actor actor,
            String action,
            RegisterVersion version,
            String reason,
            List<Change> changes) {
        audit.add(
                transaction,
                new AuditEvent(
                        actor.name(),
                        action,
                        Register.SUBJECT,
                        version.id().toString(),
                        Optional.of(version.state()),
                        Optional.of(reason).filter(text -> !text.isEmpty()),
                        changes));
    }
}
