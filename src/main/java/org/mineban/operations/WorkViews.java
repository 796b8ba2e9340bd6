package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mineban.tables.tables.RegisterVersion;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;

/** What waits to be done in a State's register, list by list, as somebody may see it. */
public final class WorkViews {

    private static final int SURVEY_YEARS = 5;
    private static final int REPORT_DAYS = 30;
    private static final Set<String> OPEN = Set.of("OPEN", "TASKED", "WORKED_ON", "SUSPENDED");
    private static final Set<String> TASK_ENDED = Set.of("REPORTED", "COMPLETED", "CANCELLED");
    private static final RegisterVersion OTHER = REGISTER_VERSION.as("other");

    private final Database database;
    private final Register register;

    public WorkViews(Database database, Register register) {
        this.database = database;
        this.register = register;
    }

    /** A list of what waits. */
    public enum View {
        /** Open areas that no survey has looked at for five years. */
        UNSURVEYED,
        /** Areas that are worked on, of which nothing was reported for thirty days. */
        QUIET,
        /** Released land, approved, that was not handed over. */
        NOT_HANDED_OVER,
        /** Devices found and not destroyed, or left where they were. */
        NOT_DESTROYED,
        /** Tasks whose deadline has passed and that are not reported. */
        TASKS_LATE,
        /** Records that wait for the next step of their approval. */
        WAITING;

        /** Lower-case with hyphens, as in addresses and texts. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The view of that id; empty when there is none. */
        public static Optional<View> find(String id) {
            return List.of(values()).stream()
                    .filter(view -> view.id().equals(id))
                    .findFirst();
        }
    }

    /** How many records a view has, as of a day. */
    public long count(Actor reader, StateCode state, View view, LocalDate today) {
        if (view == View.TASKS_LATE) {
            return list(reader, state, view, today, Integer.MAX_VALUE).size();
        }
        Condition which = condition(reader, state, view, today);
        return database.read(sql ->
                (long) sql.fetchCount(sql.selectOne().from(REGISTER_VERSION).where(which)));
    }

    /** The records of a view, the oldest first. */
    public List<org.mineban.operations.RegisterVersion> list(
            Actor reader, StateCode state, View view, LocalDate today, int most) {
        Condition which = condition(reader, state, view, today);
        boolean late = view == View.TASKS_LATE;
        List<org.mineban.operations.RegisterVersion> found = database.read(sql -> sql.selectFrom(REGISTER_VERSION)
                .where(which)
                .orderBy(REGISTER_VERSION.NUMBER)
                .limit(late ? Integer.MAX_VALUE : most)
                .fetch(RegisterRows::version));
        return late
                ? found.stream()
                        .filter(task -> task.fields()
                                .date("deadline_on")
                                .map(PartialDate::latest)
                                .filter(deadline -> deadline.isBefore(today))
                                .isPresent())
                        .limit(most)
                        .toList()
                : found;
    }

    private Condition condition(Actor reader, StateCode state, View view, LocalDate today) {
        Condition newest = register.visible(reader, state).and(REGISTER_VERSION.LATEST.eq(1));
        return newest.and(
                switch (view) {
                    case UNSURVEYED -> unsurveyed(today);
                    case QUIET -> quiet(today);
                    case NOT_HANDED_OVER -> notHandedOver();
                    case NOT_DESTROYED -> notDestroyed();
                    case TASKS_LATE ->
                        of(Kind.TASK)
                                .and(REGISTER_VERSION.STATUS.isNull().or(REGISTER_VERSION.STATUS.notIn(TASK_ENDED)));
                    case WAITING -> REGISTER_VERSION.APPROVAL.in(Approval.SUBMITTED.id(), Approval.VERIFIED.id());
                });
    }

    private static Condition of(Kind kind) {
        return REGISTER_VERSION.KIND.eq(kind.id());
    }

    /** Another record of that kind that belongs to this one, in any of its versions or in the newest. */
    private static Condition has(Kind kind, Condition which) {
        return DSL.exists(DSL.selectOne()
                .from(OTHER)
                .where(
                        OTHER.STATE.eq(REGISTER_VERSION.STATE),
                        OTHER.PARENT.eq(REGISTER_VERSION.NUMBER),
                        OTHER.KIND.eq(kind.id()),
                        which));
    }

    private static Condition unsurveyed(LocalDate today) {
        LocalDate before = today.minusYears(SURVEY_YEARS);
        return of(Kind.HAZARD)
                .and(REGISTER_VERSION.STATUS.in(OPEN))
                .and(REGISTER_VERSION.VALID_FROM_ON.lt(before))
                .and(DSL.not(has(
                        Kind.ACTIVITY,
                        OTHER.LATEST
                                .eq(1)
                                .and(OTHER.CATEGORY.in("NTS", "TS"))
                                .and(OTHER.HAPPENED_UNTIL_ON.ge(before)))));
    }

    private static Condition quiet(LocalDate today) {
        Instant since = today.atStartOfDay().toInstant(ZoneOffset.UTC).minus(Duration.ofDays(REPORT_DAYS));
        return of(Kind.HAZARD)
                .and(REGISTER_VERSION.STATUS.eq("WORKED_ON"))
                .and(REGISTER_VERSION.RECORDED_AT.lt(since))
                .and(DSL.not(has(Kind.ACTIVITY, OTHER.RECORDED_AT.ge(since))))
                .and(DSL.not(has(Kind.PRODUCT, OTHER.RECORDED_AT.ge(since))))
                .and(DSL.not(has(Kind.FIND, OTHER.RECORDED_AT.ge(since))));
    }

    private static Condition notHandedOver() {
        return of(Kind.PRODUCT)
                .and(REGISTER_VERSION.APPROVAL.eq(Approval.APPROVED.id()))
                .and(REGISTER_VERSION.CONTENT.notLike("%\"handed_over_on\":%"))
                .and(DSL.notExists(DSL.selectOne()
                        .from(OTHER)
                        .where(
                                OTHER.STATE.eq(REGISTER_VERSION.STATE),
                                OTHER.PARENT.eq(REGISTER_VERSION.PARENT),
                                OTHER.KIND.eq(Kind.HANDOVER.id()),
                                OTHER.LATEST.eq(1))));
    }

    /** A find has happened on the day it was destroyed: without one it was not, as far as is known. */
    private static Condition notDestroyed() {
        return of(Kind.FIND)
                .and(REGISTER_VERSION
                        .HAPPENED_FROM_ON
                        .isNull()
                        .or(REGISTER_VERSION
                                .CONTENT
                                .like("%\"qty_left\":\"%")
                                .and(REGISTER_VERSION.CONTENT.notLike("%\"qty_left\":\"0\"%"))));
    }
}
