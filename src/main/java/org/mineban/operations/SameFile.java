package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_BATCH;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mineban.tables.tables.records.RegisterBatchRecord;
import org.jooq.DSLContext;
import org.mineban.geography.Severity;
import org.mineban.operations.mapping.Mapping;
import org.mineban.storage.Database;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that was brought already, byte for byte and understood in the same way, and of which every record still says what the file said: it changes
 * nothing, and its rows need not be looked at again.
 */
final class SameFile {

    private static final int LATEST = 1;
    private static final int MOST_FINDINGS = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private SameFile() {}

    /** What was told of the file, to be told again. */
    record Told(long rows, long placeUnknown, long otherKinds, Map<String, Long> counts, List<ToldFinding> findings) {}

    /** A finding as it is kept. */
    record ToldFinding(
            String check, Severity severity, long line, String field, String message, Map<String, Object> values) {}

    /** How a file is understood: the same words for the same understanding. */
    static String choices(ImportRequest request, ImportRun run) {
        return request.repairs() + " " + request.reading() + " "
                + run.mappings().stream()
                        .map(mapping -> mapping.name() + mapping.columns())
                        .collect(Collectors.joining(" "));
    }

    static String told(ImportCount count) {
        return JSON.writeValueAsString(new Told(
                count.rows,
                count.placeUnknown,
                count.otherKinds,
                count.byCheck,
                count.findings.stream()
                        .limit(MOST_FINDINGS)
                        .map(one -> new ToldFinding(
                                one.check(), one.severity(), one.line(), one.field(), one.message(), one.values()))
                        .toList()));
    }

    /** What the file brings when it was brought before; empty when it has to be looked at. */
    static Optional<ImportResult> of(Database database, ImportRequest request, String sha256, ImportRun run) {
        return database.read(sql -> sql
                .selectFrom(REGISTER_BATCH)
                .where(
                        REGISTER_BATCH.STATE.eq(request.state().iso3()),
                        REGISTER_BATCH.FILE_SHA256.eq(sha256),
                        REGISTER_BATCH.KIND.eq(request.what().id()),
                        REGISTER_BATCH.SOURCE.eq(request.source().orElse("")),
                        REGISTER_BATCH.CHOICES.eq(choices(request, run)),
                        REGISTER_BATCH.ROWS_UNCHANGED.eq(0L),
                        REGISTER_BATCH.UNDONE_AT.isNull())
                .orderBy(REGISTER_BATCH.NUMBER.desc())
                .fetch()
                .stream()
                .filter(batch ->
                        request.source().isPresent() || batch.getFileName().equals(request.name()))
                .filter(batch -> stands(sql, batch))
                .findFirst()
                .map(batch -> result(batch, run)));
    }

    /** Whether every record of the batch is still as the batch left it. */
    private static boolean stands(DSLContext sql, RegisterBatchRecord batch) {
        return sql.fetchCount(
                        REGISTER_VERSION,
                        REGISTER_VERSION.STATE.eq(batch.getState()),
                        REGISTER_VERSION.BATCH.eq(batch.getNumber()),
                        REGISTER_VERSION.LATEST.eq(LATEST))
                == batch.getRowsNew() + batch.getRowsChanged() + batch.getRowsQuarantined();
    }

    private static ImportResult result(RegisterBatchRecord batch, ImportRun run) {
        Told told = JSON.readValue(batch.getTold(), Told.class);
        return new ImportResult(
                Optional.empty(),
                run.mappings().stream().map(Mapping::name).toList(),
                run.mappings().getFirst().columns(),
                told.rows(),
                0,
                0,
                batch.getRowsNew() + batch.getRowsChanged(),
                batch.getRowsQuarantined(),
                told.placeUnknown(),
                told.otherKinds(),
                told.findings().stream()
                        .map(one -> new Finding(
                                one.check(), one.severity(), one.line(), one.field(), one.message(), one.values()))
                        .toList(),
                told.counts(),
                List.of(),
                Map.of());
    }
}
