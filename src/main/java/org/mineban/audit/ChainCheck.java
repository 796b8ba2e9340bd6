package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_DAILY_HEAD;
import static mineban.tables.Tables.AUDIT_ENTRY;
import static mineban.tables.Tables.AUDIT_HEAD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.mineban.storage.InstantText;

/** Works every hash out again, from an entry on, and holds the heads against them. */
final class ChainCheck {

    private static final int ROWS_AT_ONCE = 1000;
    private static final Field<String> HEAD_MOMENT = AUDIT_HEAD.RECORDED_AT.coerce(String.class);
    private static final AuditTrail.Head NO_HEAD = new AuditTrail.Head(-1, "");

    /** A hash that some entry should have. */
    private record Expected(Verification.Kind kind, String hash) {}

    private final DSLContext sql;
    private final Map<Long, List<Expected>> expected = new TreeMap<>();
    private long fitting;
    private String previous = Chain.BEFORE_THE_FIRST;
    private String lastMoment = InstantText.of(Instant.EPOCH);

    ChainCheck(DSLContext sql, List<AuditTrail.Head> kept) {
        this.sql = sql;
        sql.select(AUDIT_DAILY_HEAD.NUMBER, AUDIT_DAILY_HEAD.HASH)
                .from(AUDIT_DAILY_HEAD)
                .forEach(row -> expect(Verification.Kind.DAILY_HEAD, row.value1(), row.value2()));
        kept.forEach(head -> expect(Verification.Kind.KEPT_HEAD, head.number(), head.hash()));
    }

    private void expect(Verification.Kind kind, long number, String hash) {
        expected.computeIfAbsent(number, none -> new ArrayList<>()).add(new Expected(kind, hash));
    }

    /** Checks the last so many entries, trusting the one before them. */
    Verification last(long entries) {
        Optional<AuditTrail.Head> head = head();
        long from = head.map(AuditTrail.Head::number).orElse(0L) - Math.max(1, entries);
        if (from <= 0) {
            return all();
        }
        Optional<String> before = sql.select(AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.NUMBER.eq(from))
                .fetchOptional(AUDIT_ENTRY.HASH);
        if (before.isEmpty()) {
            return broken(Verification.Kind.ENTRY_MISSING, from);
        }
        expected.keySet().removeIf(number -> number <= from);
        previous = before.get();
        return after(from);
    }

    Verification all() {
        for (Expected beforeAll : expected.getOrDefault(0L, List.of())) {
            if (!beforeAll.hash().equals(Chain.BEFORE_THE_FIRST)) {
                return broken(beforeAll.kind(), 0);
            }
        }
        expected.remove(0L);
        return after(0);
    }

    private Verification after(long start) {
        long number = start;
        try (Cursor<? extends Record> rows = AuditRows.select(sql)
                .where(AUDIT_ENTRY.NUMBER.gt(start))
                .orderBy(AUDIT_ENTRY.NUMBER)
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                number++;
                Optional<Verification.Kind> fault = fault(row, number);
                if (fault.isPresent()) {
                    return broken(fault.get(), number);
                }
                fitting++;
            }
        }
        return atTheEnd(number);
    }

    private Verification atTheEnd(long number) {
        Optional<AuditTrail.Head> head = head();
        if (head.isPresent() && head.get().number() > number) {
            return broken(Verification.Kind.ENTRY_MISSING, number + 1);
        }
        for (Map.Entry<Long, List<Expected>> beyond : expected.entrySet()) {
            return broken(beyond.getValue().getFirst().kind(), beyond.getKey());
        }
        List<Record> heads = new ArrayList<>(sql.select(AUDIT_HEAD.ID, AUDIT_HEAD.NUMBER, AUDIT_HEAD.HASH, HEAD_MOMENT)
                .from(AUDIT_HEAD)
                .fetch());
        boolean fits = heads.size() == 1
                && head.isPresent()
                && heads.getFirst().get(AUDIT_HEAD.ID) == 1
                && head.get().number() == number
                && head.get().hash().equals(previous)
                && lastMoment.equals(heads.getFirst().get(HEAD_MOMENT));
        return fits
                ? new Verification(fitting, head.get(), Optional.empty())
                : broken(Verification.Kind.HEAD_CHANGED, number);
    }

    private Verification broken(Verification.Kind kind, long number) {
        return new Verification(fitting, head().orElse(NO_HEAD), Optional.of(new Verification.Fault(kind, number)));
    }

    private Optional<AuditTrail.Head> head() {
        return sql.select(AUDIT_HEAD.NUMBER, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .limit(1)
                .fetchOptional(row -> new AuditTrail.Head(row.value1(), row.value2()));
    }

    /** What is wrong with a row that stands where that number should. A row that cannot even be read was changed. */
    private Optional<Verification.Kind> fault(Record row, long number) {
        AuditEntry entry;
        try {
            entry = AuditRows.entry(row);
            if (entry.number() > number) {
                return Optional.of(Verification.Kind.ENTRY_MISSING);
            }
            if (entry.number() != number
                    || !AuditRows.writtenAs(row, entry)
                    || !entry.previousHash().equals(previous)
                    || !entry.hash().equals(Chain.hash(number, entry.recordedAt(), entry.event(), previous))) {
                return Optional.of(Verification.Kind.ENTRY_CHANGED);
            }
        } catch (RuntimeException unreadable) {
            return Optional.of(Verification.Kind.ENTRY_CHANGED);
        }
        List<Expected> heads = expected.remove(number);
        if (heads != null) {
            for (Expected head : heads) {
                if (!head.hash().equals(entry.hash())) {
                    return Optional.of(head.kind());
                }
            }
        }
        previous = entry.hash();
        lastMoment = InstantText.of(entry.recordedAt());
        return Optional.empty();
    }
}
