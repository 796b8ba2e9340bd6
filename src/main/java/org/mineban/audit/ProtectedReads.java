package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_ENTRY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;

/**
 * Who looked at what is protected: other people’s private data, and what concerns victims. Call it before anything is shown: what cannot be written
 * down is not shown. Somebody who looks at the same thing again within an hour and for the same reason is written down once.
 */
public final class ProtectedReads {

    /** What the trail calls a reading. */
    public static final String ACTION = "read";

    private static final Duration ONE_LOOK = Duration.ofHours(1);

    private final Database database;
    private final AuditTrail trail;
    private final Clock clock;

    public ProtectedReads(Database database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes down that somebody reads.
     *
     * @param actor who reads, as in {@link AuditEvent}
     * @param subjectKind the kind of thing that is read
     * @param subject which one
     * @param state the State concerned; empty when it concerns none or several
     * @param reason why, in the reader’s words; empty where none is asked for
     */
    public void record(
            String actor, String subjectKind, String subject, Optional<StateCode> state, Optional<String> reason) {
        Instant since = clock.instant().minus(ONE_LOOK);
        boolean written = database.read(sql -> sql.fetchExists(
                AUDIT_ENTRY,
                AUDIT_ENTRY.SUBJECT_KIND.eq(subjectKind),
                AUDIT_ENTRY.SUBJECT.eq(subject),
                AUDIT_ENTRY.ACTOR.eq(actor),
                AUDIT_ENTRY.ACTION.eq(ACTION),
                AUDIT_ENTRY.RECORDED_AT.gt(since),
                reason.map(AUDIT_ENTRY.REASON::eq).orElseGet(AUDIT_ENTRY.REASON::isNull)));
        if (!written) {
            database.change(transaction -> trail.add(
                    transaction, new AuditEvent(actor, ACTION, subjectKind, subject, state, reason, List.of())));
        }
    }
}
