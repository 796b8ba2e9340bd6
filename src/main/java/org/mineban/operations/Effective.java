package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;
import static org.jooq.impl.DSL.rowNumber;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.mineban.kernel.StateCode;

/** Which version of each record counts, as of a day and as known at a moment. */
final class Effective {

    private Effective() {}

    /** The versions that count, as known now: no other approved version stands in their place or begins before the day. */
    static Condition now(StateCode state, java.time.LocalDate on) {
        return REGISTER_VERSION
                .STATE
                .eq(state.iso3())
                .and(REGISTER_VERSION.APPROVED_AT.isNotNull())
                .and(REGISTER_VERSION.REPLACED_AT.isNull())
                .and(REGISTER_VERSION.VALID_FROM_ON.le(on))
                .and(REGISTER_VERSION.UNTIL_ON.isNull().or(REGISTER_VERSION.UNTIL_ON.gt(on)));
    }

    /** The rows that count. For knowledge of the past the last version of each record is worked out again, since {@code until_on} is of today. */
    static Select<? extends Record> rows(
            DSLContext sql,
            StateCode state,
            Register.Knowing knowing,
            Condition which,
            List<? extends SelectFieldOrAsterisk> fields) {
        if (knowing.known().isEmpty()) {
            return sql.select(fields)
                    .from(REGISTER_VERSION)
                    .where(now(state, knowing.on()), which)
                    .orderBy(REGISTER_VERSION.NUMBER);
        }
        Instant known = knowing.known().get();
        Field<Integer> place = rowNumber()
                .over()
                .partitionBy(REGISTER_VERSION.NUMBER)
                .orderBy(REGISTER_VERSION.VALID_FROM_ON.desc(), REGISTER_VERSION.VERSION.desc())
                .as("place");
        Table<? extends Record> ranked = sql.select(fields)
                .select(place)
                .from(REGISTER_VERSION)
                .where(
                        REGISTER_VERSION.STATE.eq(state.iso3()),
                        REGISTER_VERSION.APPROVED_AT.le(known),
                        REGISTER_VERSION.REPLACED_AT.isNull().or(REGISTER_VERSION.REPLACED_AT.gt(known)),
                        REGISTER_VERSION.VALID_FROM_ON.le(knowing.on()),
                        which)
                .asTable("ranked");
        return sql.select(ranked.fields())
                .from(ranked)
                .where(DSL.field(DSL.name("ranked", "place"), Integer.class).eq(1))
                .orderBy(ranked.field(REGISTER_VERSION.NUMBER));
    }
}
