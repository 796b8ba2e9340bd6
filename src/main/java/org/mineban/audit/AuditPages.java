package org.mineban.audit;

import static mineban.tables.Tables.AUDIT_ENTRY;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.mineban.kernel.StateCode;
import org.mineban.storage.InstantText;

/**
 * Finds a page of entries in bounded time, however many there are. The filter that fits the fewest entries leads; its entries are looked at in
 * steps, the newest first, and after some steps without a full page the caller is told where to go on.
 */
final class AuditPages {

    private static final int STEP = 1000;
    private static final int STEPS = 4;
    private static final Field<String> MOMENT = AUDIT_ENTRY.RECORDED_AT.coerce(String.class);

    private final DSLContext sql;
    private final List<Condition> filters;
    private final long first;
    private final long behindLast;

    private AuditPages(DSLContext sql, AuditQuery query) {
        this.sql = sql;
        this.filters = filters(query);
        this.first = query.from().map(day -> firstOf(day)).orElse(1L);
        long end = query.until().map(day -> firstOf(day.plusDays(1))).orElse(Long.MAX_VALUE);
        this.behindLast = Math.min(end, query.before().orElse(Long.MAX_VALUE));
    }

    static AuditPage page(DSLContext sql, AuditQuery query, int most) {
        return new AuditPages(sql, query).page(most);
    }

    private static List<Condition> filters(AuditQuery query) {
        List<Condition> filters = new ArrayList<>();
        query.actor().ifPresent(actor -> filters.add(AUDIT_ENTRY.ACTOR.eq(actor)));
        query.action().ifPresent(action -> filters.add(AUDIT_ENTRY.ACTION.eq(action)));
        Optional<Condition> kind = query.subjectKind().map(AUDIT_ENTRY.SUBJECT_KIND::eq);
        Optional<Condition> subject = query.subject().map(AUDIT_ENTRY.SUBJECT::eq);
        if (kind.isPresent() && subject.isPresent()) {
            filters.add(kind.get().and(subject.get()));
        } else {
            kind.or(() -> subject).ifPresent(filters::add);
        }
        query.state().map(StateCode::iso3).ifPresent(state -> filters.add(AUDIT_ENTRY.STATE.eq(state)));
        return filters;
    }

    /** The number of the first entry on or after that day: moments never go back in the trail, so a span of days is a span of numbers. */
    private long firstOf(LocalDate day) {
        return Optional.ofNullable(sql.select(AUDIT_ENTRY.NUMBER)
                        .from(AUDIT_ENTRY)
                        .where(MOMENT.ge(
                                InstantText.of(day.atStartOfDay(ZoneOffset.UTC).toInstant())))
                        .orderBy(MOMENT, AUDIT_ENTRY.NUMBER)
                        .limit(1)
                        .fetchOne(AUDIT_ENTRY.NUMBER))
                .orElse(Long.MAX_VALUE);
    }

    private AuditPage page(int most) {
        if (filters.size() <= 1) {
            List<AuditEntry> entries = AuditRows.select(sql)
                    .where(filters.stream().findFirst().orElse(DSL.noCondition()))
                    .and(AUDIT_ENTRY.NUMBER.ge(first))
                    .and(AUDIT_ENTRY.NUMBER.lt(behindLast))
                    .orderBy(AUDIT_ENTRY.NUMBER.desc())
                    .limit(most + 1)
                    .fetch(AuditRows::entry);
            return entries.size() <= most ? new AuditPage(entries, OptionalLong.empty()) : full(entries, most);
        }
        return pageOfSeveral(most);
    }

    private static AuditPage full(List<AuditEntry> entries, int most) {
        return new AuditPage(
                entries.subList(0, most), OptionalLong.of(entries.get(most - 1).number()));
    }

    private AuditPage pageOfSeveral(int most) {
        Condition leading = filters.stream()
                .min(Comparator.comparingInt(this::countUpToStep))
                .orElseThrow();
        List<AuditEntry> found = new ArrayList<>();
        long below = behindLast;
        for (int step = 0; step < STEPS; step++) {
            List<Long> numbers = sql.select(AUDIT_ENTRY.NUMBER)
                    .from(AUDIT_ENTRY)
                    .where(leading, AUDIT_ENTRY.NUMBER.ge(first), AUDIT_ENTRY.NUMBER.lt(below))
                    .orderBy(AUDIT_ENTRY.NUMBER.desc())
                    .limit(STEP)
                    .fetch(AUDIT_ENTRY.NUMBER);
            if (!numbers.isEmpty()) {
                found.addAll(AuditRows.select(sql)
                        .where(AUDIT_ENTRY.NUMBER.in(
                                numbers.stream().map(DSL::inline).toList()))
                        .and(DSL.and(filters))
                        .orderBy(AUDIT_ENTRY.NUMBER.desc())
                        .limit(most + 1 - found.size())
                        .fetch(AuditRows::entry));
            }
            if (found.size() > most) {
                return full(found, most);
            }
            if (numbers.size() < STEP) {
                return new AuditPage(found, OptionalLong.empty());
            }
            below = numbers.getLast();
        }
        return new AuditPage(found, OptionalLong.of(below));
    }

    /** How many entries fit the filter, counted no further than one step. */
    private int countUpToStep(Condition filter) {
        return sql.fetchCount(sql.select(AUDIT_ENTRY.NUMBER)
                .from(AUDIT_ENTRY)
                .where(filter, AUDIT_ENTRY.NUMBER.ge(first), AUDIT_ENTRY.NUMBER.lt(behindLast))
                .limit(STEP));
    }
}
