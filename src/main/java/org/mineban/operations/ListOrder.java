package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/** The orders of lists, and where the next page begins in each. */
final class ListOrder {

    /** An area that is not known sorts as this one, after all others. */
    private static final Field<Long> AREA = DSL.coalesce(REGISTER_VERSION.AREA, -1L);

    private ListOrder() {}

    static List<OrderField<?>> by(RegisterQuery.Order order) {
        return switch (order) {
            case OLDEST -> List.of(REGISTER_VERSION.NUMBER.asc());
            case NEWEST -> List.of(REGISTER_VERSION.NUMBER.desc());
            case CODE -> List.of(REGISTER_VERSION.CODE.asc(), REGISTER_VERSION.NUMBER.asc());
            case AREA -> List.of(AREA.desc(), REGISTER_VERSION.NUMBER.asc());
        };
    }

    static Condition after(RegisterQuery.Order order, RegisterQuery.After after) {
        return switch (order) {
            case OLDEST -> REGISTER_VERSION.NUMBER.gt(after.number());
            case NEWEST -> REGISTER_VERSION.NUMBER.lt(after.number());
            case CODE ->
                REGISTER_VERSION
                        .CODE
                        .gt(after.code())
                        .or(REGISTER_VERSION.CODE.eq(after.code()).and(REGISTER_VERSION.NUMBER.gt(after.number())));
            case AREA -> {
                long area = after.area().orElse(-1);
                yield AREA.lt(area).or(AREA.eq(area).and(REGISTER_VERSION.NUMBER.gt(after.number())));
            }
        };
    }
}
