package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_DAILY_HEAD;
import static mineban.tables.Tables.AUDIT_ENTRY;
import static mineban.tables.Tables.AUDIT_HEAD;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import mineban.tables.tables.records.AuditEntryRecord;
import mineban.tables.tables.records.AuditHeadRecord;
import org.jooq.DSLContext;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Transaction;

/** The trail of everything that was changed. Entries are added, never changed and never taken away. */
public final class AuditTrail {

    private static final int ENTRIES_AT_ONCE = 1000;

    /**
     * Where the trail ends.
     *
     * @param number the number of the last entry; 0 when there is none
     * @param hash the hash of the last entry; 64 zeros when there is none
     */
    public record Head(long number, String hash) {}

    /**
     * Where the trail ended on a day.
     *
     * @param on the day, in UTC
     */
    public record DailyHead(LocalDate on, Head head) {}

    /**
     * Adds an entry, in the transaction of the change it tells of: both are kept, or neither is. Entries of all nodes stand in one chain, so
     * transactions that add entries to a server's database follow one another from here to their end: call this last.
     */
    public AuditEntry add(Transaction transaction, AuditEvent event) {
        return addAll(transaction, List.of(event)).getFirst();
    }

    /** Adds entries in that order, as {@link #add} does one. */
    public List<AuditEntry> addAll(Transaction transaction, List<AuditEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        AuditHeadRecord head = Objects.requireNonNull(
                transaction
                        .sql()
                        .update(AUDIT_HEAD)
                        .set(AUDIT_HEAD.NUMBER, AUDIT_HEAD.NUMBER.plus(events.size()))
                        .returning()
                        .fetchOne(),
                "audit_head has its one row");
        Instant now = transaction.now();
        Instant recordedAt = now.isBefore(head.getRecordedAt()) ? head.getRecordedAt() : now;
        long number = head.getNumber() - events.size();
        String previous = head.getHash();
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditEvent event : events) {
            number++;
            String hash = Chain.hash(number, recordedAt, event, previous);
            entries.add(new AuditEntry(number, recordedAt, event, previous, hash));
            previous = hash;
        }
        if (entries.size() == 1) {
            transaction
                    .sql()
                    .insertInto(AUDIT_ENTRY)
                    .set(record(entries.getFirst()))
                    .execute();
        } else {
            transaction
                    .sql()
                    .batchInsert(entries.stream().map(AuditTrail::record).toList())
                    .execute();
        }
        transaction
                .sql()
                .update(AUDIT_HEAD)
                .set(AUDIT_HEAD.HASH, previous)
                .set(AUDIT_HEAD.RECORDED_AT, recordedAt)
                .execute();
        return entries;
    }

    private static AuditEntryRecord record(AuditEntry entry) {
        AuditEvent event = entry.event();
        AuditEntryRecord row = new AuditEntryRecord();
        row.setNumber(entry.number());
        row.setRecordedAt(entry.recordedAt());
        row.setActor(event.actor());
        row.setAction(event.action());
        row.setSubjectKind(event.subjectKind());
        row.setSubject(event.subject());
        row.setState(event.state().map(StateCode::iso3).orElse(null));
        row.setReason(event.reason().orElse(null));
        row.setChanges(ChangesText.of(event.changes()));
        row.setPreviousHash(entry.previousHash());
        row.setHash(entry.hash());
        return row;
    }

    /** Where the trail ends now; whoever keeps it elsewhere can tell later that nothing up to it was changed. */
    public Head head(DSLContext sql) {
        AuditHeadRecord head = Objects.requireNonNull(sql.selectFrom(AUDIT_HEAD).fetchOne());
        return new Head(head.getNumber(), head.getHash());
    }

    /** When the last entry was made; 1970 when there is none. A clock that shows an earlier moment was set back. */
    public Instant lastMoment(DSLContext sql) {
        return Objects.requireNonNull(sql.selectFrom(AUDIT_HEAD).fetchOne()).getRecordedAt();
    }

    /**
     * Keeps where the trail ends as the head of this day. A day's head is kept once: asked again on the same day, the first one is given. A job
     * calls this each day; what it gives is to be printed or mailed.
     */
    public DailyHead keepDailyHead(Transaction transaction) {
        LocalDate today = LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC);
        Head head = head(transaction.sql());
        transaction
                .sql()
                .insertInto(AUDIT_DAILY_HEAD)
                .set(AUDIT_DAILY_HEAD.KEPT_ON, today)
                .set(AUDIT_DAILY_HEAD.NUMBER, head.number())
                .set(AUDIT_DAILY_HEAD.HASH, head.hash())
                .set(AUDIT_DAILY_HEAD.RECORDED_AT, transaction.now())
                .onConflictDoNothing()
                .execute();
        return dailyHead(transaction.sql(), today).orElseThrow();
    }

    /** The head kept on that day; empty when none was. */
    public Optional<DailyHead> dailyHead(DSLContext sql, LocalDate on) {
        return sql.selectFrom(AUDIT_DAILY_HEAD)
                .where(AUDIT_DAILY_HEAD.KEPT_ON.eq(on))
                .fetchOptional(row -> new DailyHead(row.getKeptOn(), new Head(row.getNumber(), row.getHash())));
    }

    /** The entries of one thing, the newest first. */
    public List<AuditEntry> of(DSLContext sql, String subjectKind, String subject, int most) {
        return AuditRows.select(sql)
                .where(AUDIT_ENTRY.SUBJECT_KIND.eq(subjectKind), AUDIT_ENTRY.SUBJECT.eq(subject))
                .orderBy(AUDIT_ENTRY.NUMBER.desc())
                .limit(most)
                .fetch(AuditRows::entry);
    }

    /** A page of the entries that fit, the newest first; in bounded time, however many entries there are. */
    public AuditPage page(DSLContext sql, AuditQuery query, int most) {
        return AuditPages.page(sql, query, most);
    }

    /** Every entry that fits, the newest first, without holding them all. Returns how many there were. */
    public long each(DSLContext sql, AuditQuery query, Consumer<AuditEntry> reader) {
        long count = 0;
        AuditQuery next = query;
        while (true) {
            AuditPage page = page(sql, next, ENTRIES_AT_ONCE);
            page.entries().forEach(reader);
            count += page.entries().size();
            OptionalLong goOn = page.next();
            if (goOn.isEmpty()) {
                return count;
            }
            next = next.before(goOn.getAsLong());
        }
    }

    /** Reads the whole trail and works every hash out again; the heads kept day by day must fit too. */
    public Verification verify(DSLContext sql) {
        return verify(sql, List.of());
    }

    /** As {@link #verify(DSLContext)}, and holds heads that somebody kept elsewhere against it. */
    public Verification verify(DSLContext sql, List<Head> kept) {
        return new ChainCheck(sql, kept).all();
    }

    /** Checks the last so many entries only, trusting the one before them. */
    public Verification verifyLast(DSLContext sql, long entries) {
        return new ChainCheck(sql, List.of()).last(entries);
    }
}
