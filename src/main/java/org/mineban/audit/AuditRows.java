package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.mineban.kernel.StateCode;
import org.mineban.storage.InstantText;

/** Entries as rows. Moments are read as text, so that a spoiled one is found as an entry that does not fit. */
final class AuditRows {

    private static final Field<String> MOMENT = AUDIT_ENTRY.RECORDED_AT.coerce(String.class);

    private AuditRows() {}

    static SelectWhereStep<? extends Record> select(DSLContext sql) {
        return sql.select(
                        AUDIT_ENTRY.NUMBER,
                        MOMENT,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT_KIND,
                        AUDIT_ENTRY.SUBJECT,
                        AUDIT_ENTRY.STATE,
                        AUDIT_ENTRY.REASON,
                        AUDIT_ENTRY.CHANGES,
                        AUDIT_ENTRY.PREVIOUS_HASH,
                        AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY);
    }

    static AuditEntry entry(Record row) {
        AuditEvent event = new AuditEvent(
                row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_KIND),
                row.get(AUDIT_ENTRY.SUBJECT),
                Optional.ofNullable(row.get(AUDIT_ENTRY.STATE)).map(StateCode::new),
                Optional.ofNullable(row.get(AUDIT_ENTRY.REASON)),
                ChangesText.read(row.get(AUDIT_ENTRY.CHANGES)));
        return new AuditEntry(
                row.get(AUDIT_ENTRY.NUMBER),
                Instant.parse(row.get(MOMENT)),
                event,
                row.get(AUDIT_ENTRY.PREVIOUS_HASH),
                row.get(AUDIT_ENTRY.HASH));
    }

    /** Whether the row is what would be written for that entry, byte by byte: the hash is of what is read, not of how it is written. */
    static boolean writtenAs(Record row, AuditEntry entry) {
        return InstantText.of(entry.recordedAt()).equals(row.get(MOMENT))
                && ChangesText.of(entry.event().changes()).equals(row.get(AUDIT_ENTRY.CHANGES));
    }
}
