package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_BATCH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import mineban.tables.tables.records.RegisterBatchRecord;
import mineban.tables.tables.records.RegisterVersionRecord;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Sha256;

/** Brings the fictitious programme into the register of a fictitious State: its records with all their versions, approved. */
public final class ExampleImport {

    private static final String NAME = "example";
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final AuditTrail audit;

    public ExampleImport(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * Brings it, once.
     *
     * @return how many records are new; 0 when they are there already
     * @throws org.mineban.kernel.ProblemException {@code example-real-state}
     */
    public long bring(StateCode state) {
        if (!state.fictitious()) {
            throw new Problem("example-real-state", Problem.Kind.WRONG_USAGE, Map.of("state", state.iso3()))
                    .asException();
        }
        Map<String, List<Content>> records = new ExampleProgramme().records();
        String hash = Sha256.of(records.toString());
        return database.writeAlone(transaction -> {
            boolean there = transaction
                    .sql()
                    .fetchExists(transaction
                            .sql()
                            .selectOne()
                            .from(REGISTER_BATCH)
                            .where(
                                    REGISTER_BATCH.STATE.eq(state.iso3()),
                                    REGISTER_BATCH.FILE_SHA256.eq(hash),
                                    REGISTER_BATCH.UNDONE_AT.isNull()));
            if (there) {
                return 0L;
            }
            long batch = RegisterRows.takeBatch(transaction, state);
            long number = RegisterRows.takeNumbers(transaction, state, records.size());
            Map<String, Long> numbers = new HashMap<>();
            for (String name : records.keySet()) {
                numbers.put(name, number++);
            }
            List<RegisterVersionRecord> rows = new ArrayList<>();
            for (Map.Entry<String, List<Content>> one : records.entrySet()) {
                long own = numbers.getOrDefault(one.getKey(), 0L);
                RegisterVersion version = null;
                for (Content content : one.getValue()) {
                    RegisterVersion drafted = version == null
                            ? RegisterVersion.first(
                                    state,
                                    own,
                                    Identifiers.newId(),
                                    content,
                                    transaction.now(),
                                    "program:" + NAME,
                                    Optional.empty())
                            : version.next(content, Optional.empty(), transaction.now(), "program:" + NAME, "");
                    version = drafted.from(
                                    batch,
                                    new Origin(
                                            NAME,
                                            one.getKey(),
                                            Sha256.of(content.fields().json())))
                            .at(Approval.APPROVED, Optional.empty(), Optional.of("program:" + NAME), "")
                            .approvedAt(transaction.now());
                    RegisterVersionRecord row = RegisterRows.row(version, parent(content, numbers));
                    int place = version.version();
                    boolean last = place == one.getValue().size();
                    row.setLatest(last ? 1 : 0);
                    row.setUntilOn(last ? null : one.getValue().get(place).validFrom());
                    rows.add(row);
                }
            }
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                transaction
                        .sql()
                        .batchInsert(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)))
                        .execute();
            }
            keep(transaction, state, batch, hash, records.size());
            return (long) records.size();
        });
    }

    private static OptionalLong parent(Content content, Map<String, Long> numbers) {
        Long number = Links.parentField(content)
                .map(parent -> numbers.get(parent.kind().id() + " "
                        + content.fields().text(parent.name()).orElse("")))
                .orElse(null);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private void keep(
            org.mineban.storage.Transaction transaction, StateCode state, long batch, String hash, long records) {
        RegisterBatchRecord row = new RegisterBatchRecord();
        row.setState(state.iso3());
        row.setNumber(batch);
        row.setId(Identifiers.newId());
        row.setKind(ImportKind.HAZARDS.id());
        row.setSource(NAME);
        row.setProfile(NAME);
        row.setFileName(NAME);
        row.setFileSha256(hash);
        row.setAuthor("program:" + NAME);
        row.setConfirmedAt(transaction.now());
        row.setRowsNew(records);
        row.setRowsChanged(0L);
        row.setRowsUnchanged(0L);
        row.setRowsQuarantined(0L);
        row.setRowsHash(hash);
        transaction.sql().executeInsert(row);
        audit.add(
                transaction,
                new AuditEvent(
                        "program:" + NAME,
                        "import",
                        "register-batch",
                        state + "-" + batch,
                        Optional.of(state),
                        Optional.empty(),
                        List.of(new Change("new", Optional.empty(), Optional.of(Long.toString(records))))));
    }
}
