package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.locationtech.jts.geom.Envelope;
import org.mineban.kernel.StateCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What checks ask about the other records of a State, asked of the database each time: for one record on its way to approval. Every organisation's records
 * are looked at, in their newest versions, since land counts once whoever works on it; for somebody who only looks, those that they may see.
 */
final class RegisterLookup implements RecordLookup {

    private static final int LATEST = 1;
    private static final double TEN_MILLION = 10_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;
    private final StateCode state;
    private final Condition seen;

    /** Of every organisation's records. */
    RegisterLookup(DSLContext sql, StateCode state) {
        this(sql, state, REGISTER_VERSION.STATE.eq(state.iso3()));
    }

    /** Of those records of the State only: what somebody may see. */
    RegisterLookup(DSLContext sql, StateCode state, Condition seen) {
        this.sql = sql;
        this.state = state;
        this.seen = seen;
    }

    private List<Examined> records(Kind kind, Condition which) {
        return sql
                .selectFrom(REGISTER_VERSION)
                .where(seen, REGISTER_VERSION.KIND.eq(kind.id()), REGISTER_VERSION.LATEST.eq(LATEST), which)
                .orderBy(REGISTER_VERSION.NUMBER)
                .fetch(RegisterRows::version)
                .stream()
                .map(version -> Examined.of(version, Optional.empty()))
                .toList();
    }

    @Override
    public Optional<Examined> find(Kind kind, String code) {
        return records(kind, REGISTER_VERSION.CODE.eq(code)).stream().findFirst();
    }

    @Override
    public List<Examined> alike(Kind kind, String code) {
        Field<String> plain =
                DSL.lower(DSL.replace(DSL.replace(DSL.replace(REGISTER_VERSION.CODE, " ", ""), "-", ""), "_", ""));
        String wanted = code.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        return live(records(kind, plain.eq(wanted)));
    }

    @Override
    public List<Examined> saying(Kind kind, String field, String value) {
        Optional<Kind> linked = Links.kind(field);
        if (linked.isPresent()) {
            OptionalLong parent = RegisterRows.number(sql, state, linked.get(), value);
            return parent.isEmpty()
                    ? List.of()
                    : live(records(kind, REGISTER_VERSION.PARENT.eq(parent.getAsLong()))).stream()
                            .filter(one -> one.fields().text(field).equals(Optional.of(value)))
                            .toList();
        }
        String said = JSON.writeValueAsString(field) + ":" + JSON.writeValueAsString(value);
        return live(records(kind, REGISTER_VERSION.CONTENT.contains(said)));
    }

    @Override
    public List<Examined> near(Kind kind, Envelope box) {
        return live(records(
                kind,
                REGISTER_VERSION
                        .WEST
                        .le((long) Math.ceil(box.getMaxX() * TEN_MILLION))
                        .and(REGISTER_VERSION.EAST.ge((long) Math.floor(box.getMinX() * TEN_MILLION)))
                        .and(REGISTER_VERSION.SOUTH.le((long) Math.ceil(box.getMaxY() * TEN_MILLION)))
                        .and(REGISTER_VERSION.NORTH.ge((long) Math.floor(box.getMinY() * TEN_MILLION)))));
    }

    private static List<Examined> live(List<Examined> records) {
        return records.stream().filter(Examined::live).toList();
    }

    /** Equal rows are told apart when their file is brought in, not here. */
    @Override
    public List<Examined> same(Examined record) {
        return List.of();
    }

    /** What is usual is worked out over a whole register, not for one record. */
    @Override
    public OptionalDouble usualDensity(Kind kind) {
        return OptionalDouble.empty();
    }
}
