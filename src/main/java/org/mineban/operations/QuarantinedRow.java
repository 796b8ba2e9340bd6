package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_QUARANTINE;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.mineban.geography.Severity;
import org.mineban.kernel.StateCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a file that is kept apart until somebody has mended it.
 *
 * @param token by which the row is known again when it comes back
 * @param cells as they came
 * @param shape its shape as well-known text; empty when it had none, or the cells have it
 * @param findings what forbids to count it
 */
public record QuarantinedRow(
        String token, long line, Map<String, String> cells, Optional<String> shape, List<Finding> findings) {

    /** The cell in which the shape of a row is kept. */
    static final String SHAPE = "mineban_shape";

    private static final int LATEST = 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<java.util.LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Kept>> FINDINGS = new TypeReference<>() {};

    /** A finding as it is kept. */
    record Kept(String check, String field, String message, Map<String, Object> values) {}

    /** Those of an import whose record is still kept apart. */
    static List<QuarantinedRow> of(DSLContext sql, StateCode state, long batch) {
        return sql.select(REGISTER_QUARANTINE.LINE, REGISTER_QUARANTINE.CELLS, REGISTER_QUARANTINE.FINDINGS)
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
                .orderBy(REGISTER_QUARANTINE.LINE)
                .fetch(row -> row(state, batch, row.value1(), row.value2(), row.value3()));
    }

    private static QuarantinedRow row(StateCode state, long batch, long line, String cells, String findings) {
        Map<String, String> texts = JSON.readValue(cells, CELLS);
        Optional<String> shape = Optional.ofNullable(texts.remove(SHAPE));
        List<Finding> why = JSON.readValue(findings, FINDINGS).stream()
                .map(one -> new Finding(one.check(), Severity.BLOCKS, line, one.field(), one.message(), one.values()))
                .toList();
        return new QuarantinedRow(MendedRows.token(state, batch, line), line, texts, shape, why);
    }
}
