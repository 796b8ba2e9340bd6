package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.locationtech.jts.geom.Geometry;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;

/** What figures are made of: approved records, as of a day and as known at a moment, read without their texts and shapes. */
public final class RegisterFigures {

    /** The columns of a record as figures see it: neither its texts nor its shape, which are most of it. */
    private static final List<Field<?>> COUNTED = List.of(
            REGISTER_VERSION.NUMBER,
            REGISTER_VERSION.VERSION,
            REGISTER_VERSION.CODE,
            REGISTER_VERSION.CATEGORY,
            REGISTER_VERSION.STATUS,
            REGISTER_VERSION.ART5,
            REGISTER_VERSION.PARENT,
            REGISTER_VERSION.ADMIN1,
            REGISTER_VERSION.VALID_FROM_ON,
            REGISTER_VERSION.HAPPENED_FROM_ON,
            REGISTER_VERSION.HAPPENED_UNTIL_ON,
            REGISTER_VERSION.QUANTITY,
            REGISTER_VERSION.AREA,
            REGISTER_VERSION.WEST,
            REGISTER_VERSION.APPROVED_BY);

    private static final int AT_ONCE = 500;

    private final Database database;

    public RegisterFigures(Database database) {
        this.database = database;
    }

    /**
     * A record as figures see it.
     *
     * @param number its number in the State
     * @param version the version that counts
     * @param category its class, kind of release, device, outcome, …
     * @param status empty for kinds without one
     * @param article5 whether it counts under Article 5
     * @param parent the record that it belongs to; empty when it belongs to none
     * @param admin1 the first-level unit it lies in; empty when not known
     * @param validFrom the day from which it is so
     * @param happenedFrom the first day it may have happened on; empty when not known
     * @param happenedUntil the last
     * @param quantity mines, people; empty when not known
     * @param area in hundredths of a square metre; empty when not known
     * @param placeKnown whether it has a place
     * @param takenOver whether it counts because its file was approved elsewhere, not by somebody here
     */
    public record Counted(
            long number,
            int version,
            String code,
            Optional<String> category,
            Optional<String> status,
            boolean article5,
            OptionalLong parent,
            Optional<String> admin1,
            LocalDate validFrom,
            Optional<LocalDate> happenedFrom,
            Optional<LocalDate> happenedUntil,
            OptionalLong quantity,
            OptionalLong area,
            boolean placeKnown,
            boolean takenOver) {

        /** The same with another area. */
        public Counted withArea(long hundredths) {
            return new Counted(
                    number,
                    version,
                    code,
                    category,
                    status,
                    article5,
                    parent,
                    admin1,
                    validFrom,
                    happenedFrom,
                    happenedUntil,
                    quantity,
                    OptionalLong.of(hundredths),
                    placeKnown,
                    takenOver);
        }
    }

    /**
     * That an area was made of another, or went into one.
     *
     * @param splitFrom the code of the area of which it was a part
     * @param mergedInto the code of the area that has its land now
     */
    public record Lineage(long number, Optional<String> splitFrom, Optional<String> mergedInto) {}

    /** Reads from one moment of the database. */
    public <T> T reading(Function<Reader, T> work) {
        return database.read(sql -> work.apply(new Reader(sql)));
    }

    /** One moment of the database. */
    public static final class Reader {

        private final DSLContext sql;

        private Reader(DSLContext sql) {
            this.sql = sql;
        }

        /** The records that are selected, by number. */
        public List<Counted> counted(StateCode state, Selection selection) {
            List<Counted> all = new ArrayList<>();
            Effective.rows(sql, state, selection.knowing(), condition(selection), COUNTED)
                    .fetchLazy()
                    .forEach(row -> all.add(of(row)));
            return all;
        }

        /** The records that are selected, with everything that they say. */
        public void each(StateCode state, Selection selection, Consumer<RegisterVersion> taker) {
            Effective.rows(sql, state, selection.knowing(), condition(selection), List.of(REGISTER_VERSION.fields()))
                    .fetchLazy()
                    .forEach(row -> taker.accept(RegisterRows.version(row.into(REGISTER_VERSION))));
        }

        /** The shapes of these versions of records, by number; those without one are left out. */
        public Map<Long, Geometry> shapes(StateCode state, Collection<Counted> records) {
            Map<Long, Integer> wanted = new HashMap<>();
            records.stream().filter(Counted::placeKnown).forEach(one -> wanted.put(one.number(), one.version()));
            Map<Long, Geometry> shapes = new HashMap<>();
            List<Long> numbers = new ArrayList<>(wanted.keySet());
            for (int from = 0; from < numbers.size(); from += AT_ONCE) {
                sql.select(REGISTER_VERSION.NUMBER, REGISTER_VERSION.VERSION, REGISTER_VERSION.SHAPE)
                        .from(REGISTER_VERSION)
                        .where(
                                REGISTER_VERSION.STATE.eq(state.iso3()),
                                REGISTER_VERSION.NUMBER.in(
                                        numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE))),
                                REGISTER_VERSION.SHAPE.isNotNull())
                        .fetchLazy()
                        .forEach(row -> {
                            if (row.value2().equals(wanted.get(row.value1()))) {
                                shapes.put(row.value1(), Shapes.geometry(row.value3()));
                            }
                        });
            }
            return shapes;
        }

        /** The areas that by the end of these days say that they were made of others, or went into others. */
        public List<Lineage> lineage(StateCode state, Register.Knowing knowing, LocalDate from) {
            List<Lineage> found = new ArrayList<>();
            Effective.rows(
                            sql,
                            state,
                            knowing,
                            REGISTER_VERSION
                                    .KIND
                                    .eq(Kind.HAZARD.id())
                                    .and(REGISTER_VERSION.VALID_FROM_ON.ge(from))
                                    .and(REGISTER_VERSION
                                            .CAME_FROM
                                            .isNotNull()
                                            .or(REGISTER_VERSION.WENT_INTO.isNotNull())),
                            List.of(REGISTER_VERSION.NUMBER, REGISTER_VERSION.CONTENT))
                    .fetchLazy()
                    .forEach(row -> {
                        Fields fields = Fields.ofJson(row.get(REGISTER_VERSION.CONTENT));
                        found.add(new Lineage(
                                row.get(REGISTER_VERSION.NUMBER),
                                fields.text("split_from"),
                                fields.text("merged_into")));
                    });
            return found;
        }

        /** The records of a kind that are kept apart, and so count in no figure. */
        public List<Counted> apart(StateCode state, Kind kind) {
            return sql.select(COUNTED)
                    .from(REGISTER_VERSION)
                    .where(
                            REGISTER_VERSION.STATE.eq(state.iso3()),
                            REGISTER_VERSION.KIND.eq(kind.id()),
                            REGISTER_VERSION.LATEST.eq(1),
                            REGISTER_VERSION.APPROVAL.eq(Approval.QUARANTINED.id()))
                    .orderBy(REGISTER_VERSION.NUMBER)
                    .fetch(RegisterFigures::of);
        }

        /** Whether any record of a kind counts by that day: when none does, nothing is known, which is not zero. */
        public boolean any(StateCode state, Kind kind, Register.Knowing knowing) {
            return sql.fetchExists(sql.selectOne()
                    .from(REGISTER_VERSION)
                    .where(
                            REGISTER_VERSION.STATE.eq(state.iso3()),
                            REGISTER_VERSION.KIND.eq(kind.id()),
                            REGISTER_VERSION.APPROVED_AT.isNotNull(),
                            REGISTER_VERSION.VALID_FROM_ON.le(knowing.on())));
        }
    }

    private static Condition condition(Selection selection) {
        List<Condition> all = new ArrayList<>();
        all.add(REGISTER_VERSION.KIND.eq(selection.kind().id()));
        if (!selection.categories().isEmpty()) {
            all.add(REGISTER_VERSION.CATEGORY.in(selection.categories()));
        }
        if (!selection.statuses().isEmpty()) {
            all.add(REGISTER_VERSION.STATUS.in(selection.statuses()));
        }
        if (selection.article5()) {
            all.add(REGISTER_VERSION.ART5.eq(1));
        }
        selection.from().ifPresent(day -> all.add(REGISTER_VERSION.HAPPENED_FROM_ON.ge(day)));
        selection.until().ifPresent(day -> all.add(REGISTER_VERSION.HAPPENED_UNTIL_ON.le(day)));
        return org.jooq.impl.DSL.and(all);
    }

    private static Counted of(Record row) {
        return new Counted(
                row.get(REGISTER_VERSION.NUMBER),
                row.get(REGISTER_VERSION.VERSION),
                row.get(REGISTER_VERSION.CODE),
                Optional.ofNullable(row.get(REGISTER_VERSION.CATEGORY)),
                Optional.ofNullable(row.get(REGISTER_VERSION.STATUS)),
                row.get(REGISTER_VERSION.ART5) == 1,
                whole(row.get(REGISTER_VERSION.PARENT)),
                Optional.ofNullable(row.get(REGISTER_VERSION.ADMIN1)),
                row.get(REGISTER_VERSION.VALID_FROM_ON),
                Optional.ofNullable(row.get(REGISTER_VERSION.HAPPENED_FROM_ON)),
                Optional.ofNullable(row.get(REGISTER_VERSION.HAPPENED_UNTIL_ON)),
                whole(row.get(REGISTER_VERSION.QUANTITY)),
                whole(row.get(REGISTER_VERSION.AREA)),
                row.get(REGISTER_VERSION.WEST) != null,
                Optional.ofNullable(row.get(REGISTER_VERSION.APPROVED_BY))
                        .filter(by -> by.startsWith("program:"))
                        .isPresent());
    }

    private static OptionalLong whole(@org.jspecify.annotations.Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
