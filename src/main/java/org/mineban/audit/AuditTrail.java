package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_ENTRY;
import static mineban.tables.Tables.AUDIT_HEAD;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mineban.tables.tables.records.AuditHeadRecord;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Transaction;

/** The trail of everything that was changed. Entries are added, never changed and never taken away. */
public final class AuditTrail {

    private static final int ROWS_AT_ONCE = 1000;
    private static final Field<String> MOMENT = AUDIT_ENTRY.RECORDED_AT.coerce(String.class);

    /**
     * Where the trail ends.
     *
     * @param number the number of the last entry; 0 when there is none
     * @param hash the hash of the last entry; 64 zeros when there is none
     */
    public record Head(long number, String hash) {}

    /**
     * What a check of the whole trail found.
     *
     * @param entries how many entries fit, from the first on
     * @param head where the trail says that it ends
     * @param firstBroken the number of the first entry that does not fit what is before it or is missing; empty when all fit
     */
    public record Verification(long entries, Head head, Optional<Long> firstBroken) {}

    /**
     * Adds an entry, in the transaction of the change it tells of: both are kept, or neither is. Entries of all nodes stand in one chain, so
     * transactions that add entries to a server's database follow one another from here to their end: call this last.
     */
    public AuditEntry add(Transaction transaction, AuditEvent event) {
        AuditHeadRecord head = Objects.requireNonNull(
                transaction
                        .sql()
                        .update(AUDIT_HEAD)
                        .set(AUDIT_HEAD.NUMBER, AUDIT_HEAD.NUMBER.plus(1))
                        .returning()
                        .fetchOne(),
                "audit_head has its one row");
        long number = head.getNumber();
        Instant now = transaction.now();
        Instant recordedAt = now.isBefore(head.getRecordedAt()) ? head.getRecordedAt() : now;
        String hash = Chain.hash(number, recordedAt, event, head.getHash());
        transaction
                .sql()
                .insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.NUMBER, number)
                .set(AUDIT_ENTRY.RECORDED_AT, recordedAt)
                .set(AUDIT_ENTRY.ACTOR, event.actor())
                .set(AUDIT_ENTRY.ACTION, event.action())
                .set(AUDIT_ENTRY.SUBJECT_KIND, event.subjectKind())
                .set(AUDIT_ENTRY.SUBJECT, event.subject())
                .set(AUDIT_ENTRY.STATE, event.state().map(StateCode::iso3).orElse(null))
                .set(AUDIT_ENTRY.REASON, event.reason().orElse(null))
                .set(AUDIT_ENTRY.CHANGES, ChangesText.of(event.changes()))
                .set(AUDIT_ENTRY.PREVIOUS_HASH, head.getHash())
                .set(AUDIT_ENTRY.HASH, hash)
                .execute();
        transaction
                .sql()
                .update(AUDIT_HEAD)
                .set(AUDIT_HEAD.HASH, hash)
                .set(AUDIT_HEAD.RECORDED_AT, recordedAt)
                .execute();
        return new AuditEntry(number, recordedAt, event, head.getHash(), hash);
    }

    /** Where the trail ends now; whoever keeps it elsewhere can tell later that nothing up to it was changed. */
    public Head head(DSLContext sql) {
        AuditHeadRecord head = Objects.requireNonNull(sql.selectFrom(AUDIT_HEAD).fetchOne());
        return new Head(head.getNumber(), head.getHash());
    }

    /** The entries of one thing, the newest first. */
    public List<AuditEntry> of(DSLContext sql, String subjectKind, String subject, int most) {
        return rows(sql)
                .where(AUDIT_ENTRY.SUBJECT_KIND.eq(subjectKind), AUDIT_ENTRY.SUBJECT.eq(subject))
                .orderBy(AUDIT_ENTRY.NUMBER.desc())
                .limit(most)
                .fetch(AuditTrail::entry);
    }

    /** Reads the whole trail and works every hash out again. */
    public Verification verify(DSLContext sql) {
        Head head = head(sql);
        long fitting = 0;
        String previous = Chain.BEFORE_THE_FIRST;
        try (Cursor<? extends Record> rows =
                rows(sql).orderBy(AUDIT_ENTRY.NUMBER).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record row : rows) {
                if (!fits(row, fitting + 1, previous)) {
                    return new Verification(fitting, head, Optional.of(fitting + 1));
                }
                fitting++;
                previous = row.get(AUDIT_ENTRY.HASH);
            }
        }
        boolean ends = head.number() == fitting && head.hash().equals(previous);
        return new Verification(fitting, head, ends ? Optional.empty() : Optional.of(fitting + 1));
    }

    /** A row that cannot even be read does not fit either. */
    private static boolean fits(Record row, long number, String previous) {
        try {
            AuditEntry entry = entry(row);
            return entry.number() == number
                    && entry.previousHash().equals(previous)
                    && entry.hash().equals(Chain.hash(number, entry.recordedAt(), entry.event(), previous));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** The rows with their moments as text, so that a spoiled moment is found as an entry that does not fit. */
    private static SelectWhereStep<? extends Record> rows(DSLContext sql) {
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

    private static AuditEntry entry(Record row) {
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
}
