package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_QUARANTINE;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.mineban.kernel.StateCode;

/** Rows that were kept apart, given back, mended and brought again: each belongs to the record that waits for it, whatever it says now. */
final class MendedRows {

    /** The column by which such rows are known again; columns that begin like it are ours and never kept. */
    static final String COLUMN = "mineban_row";

    static final String PREFIX = "mineban_";
    private static final int LATEST = 1;

    private final DSLContext sql;
    private final StateCode state;
    private final Map<Long, Map<String, Origin>> waiting = new HashMap<>();

    MendedRows(DSLContext sql, StateCode state) {
        this.sql = sql;
        this.state = state;
    }

    static String token(StateCode state, long batch, long line) {
        return state.iso3() + "-" + batch + "-" + line;
    }

    /** Where the record came from that waits for the row; empty when none waits, or not any more. */
    Optional<Origin> origin(String token) {
        String[] parts = token.strip().split("-", -1);
        if (parts.length != 3 || !parts[0].equals(state.iso3()) || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                waiting.computeIfAbsent(Long.parseLong(parts[1]), this::waiting).get(token.strip()));
    }

    private Map<String, Origin> waiting(long batch) {
        Map<String, Origin> found = new HashMap<>();
        sql.select(
                        REGISTER_QUARANTINE.LINE,
                        REGISTER_VERSION.SOURCE,
                        REGISTER_VERSION.SOURCE_KEY,
                        REGISTER_VERSION.SOURCE_HASH)
                .from(REGISTER_QUARANTINE)
                .join(REGISTER_VERSION)
                .on(
                        REGISTER_VERSION.STATE.eq(REGISTER_QUARANTINE.STATE),
                        REGISTER_VERSION.NUMBER.eq(REGISTER_QUARANTINE.RECORD),
                        REGISTER_VERSION.BATCH.eq(REGISTER_QUARANTINE.BATCH),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                .where(
                        REGISTER_QUARANTINE.STATE.eq(state.iso3()),
                        REGISTER_QUARANTINE.BATCH.eq(batch),
                        REGISTER_VERSION.APPROVAL.eq(Approval.QUARANTINED.id()))
                .forEach(row -> found.put(
                        token(state, batch, row.value1()), new Origin(row.value2(), row.value3(), row.value4())));
        return found;
    }
}
