package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_BATCH;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mineban.tables.tables.records.RegisterBatchRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Thing;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.mapping.Mapping;
import org.mineban.operations.mapping.Mappings;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Sha256;
import org.mineban.storage.Transaction;

/**
 * Brings files into the register: first seen, then confirmed, all or nothing. The same file again changes nothing; a whole import can be undone while
 * nothing rests on it.
 *
 * <p>What a program brings for the owner of the data folder was approved where it comes from, and counts; what a person brings is handed in for
 * verification.
 */
public final class RegisterImport {

    private static final String SUBJECT = "register-batch";
    private static final int DIGEST_BYTES = 64 * 1024;

    private final Database database;
    private final AuditTrail audit;
    private final Access access;
    private final Dictionary dictionary;
    private final Mappings mappings;
    private final SavedMappings saved;

    public RegisterImport(Database database, AuditTrail audit, Access access, Dictionary dictionary) {
        this.database = database;
        this.audit = audit;
        this.access = access;
        this.dictionary = dictionary;
        this.mappings = new Mappings(dictionary);
        this.saved = new SavedMappings(database, audit, dictionary);
    }

    /** What a file would bring. Nothing is written. */
    public ImportResult preview(Actor reader, ImportRequest request) {
        ImportCount count = new ImportCount(new ImportProgress());
        ImportRun run = run(request, organisation(reader, request.state()), count);
        Optional<ImportResult> before = SameFile.of(database, request, sha256(request.file()), run);
        if (before.isPresent()) {
            return before.get();
        }
        database.read(sql -> {
            ImportWriter.Stamp stamp = new ImportWriter.Stamp(0, reader.name(), false, Optional.empty(), Instant.EPOCH);
            write(sql, null, request, run, stamp, count);
            return true;
        });
        return result(run, count, Optional.empty());
    }

    private ImportRun run(ImportRequest request, Optional<UUID> organisation, ImportCount count) {
        return new ImportRun(request, dictionary, mappings, saved.finder(request.state(), organisation), count);
    }

    /**
     * Saves how the columns of this file, and of every one with the same headers, are to be understood.
     *
     * @param targets the field of each column, by column
     */
    public void saveMapping(Actor actor, ImportRequest request, String name, Map<String, String> targets) {
        Optional<UUID> organisation = organisation(actor, request.state());
        ImportRun run = run(request, organisation, new ImportCount(new ImportProgress()));
        saved.save(actor, request.state(), organisation, name, run.mappings().getFirst(), targets);
    }

    /** Brings a file into the register, all of it or nothing. */
    public ImportResult confirm(Actor actor, ImportRequest request) {
        return confirm(actor, request, new ImportProgress());
    }

    /** The same, to be watched and stopped from another thread. */
    public ImportResult confirm(Actor actor, ImportRequest request, ImportProgress progress) {
        Optional<UUID> organisation = organisation(actor, request.state());
        String sha256 = sha256(request.file());
        ImportCount count = new ImportCount(progress);
        ImportRun run = run(request, organisation, count);
        Optional<ImportResult> before = SameFile.of(database, request, sha256, run);
        if (before.isPresent()) {
            return before.get();
        }
        return database.writeAlone(transaction -> {
            long batch = RegisterRows.takeBatch(transaction, request.state());
            ImportWriter.Stamp stamp = new ImportWriter.Stamp(
                    batch, actor.name(), actor.person().isEmpty(), organisation, transaction.now());
            String hash = write(transaction.sql(), transaction, request, run, stamp, count);
            keep(transaction, actor, request, run, count, batch, sha256, hash, organisation);
            return result(run, count, Optional.of(batch));
        });
    }

    /** Goes over the file, writes when there is a transaction, and looks at what is new beside the rest. */
    private static String write(
            DSLContext sql,
            @Nullable Transaction transaction,
            ImportRequest request,
            ImportRun run,
            ImportWriter.Stamp stamp,
            ImportCount count) {
        try (BesideOthers beside =
                new BesideOthers(sql, request.state(), request.what().kinds(), run.checks(), run.context())) {
            ImportWriter writer = new ImportWriter(sql, transaction, request.state(), stamp, count, beside);
            run.each(writer::take, new MendedRows(sql, request.state()));
            writer.flush();
            count.progress.compare();
            beside.find(count::add);
            return writer.hash();
        }
    }

    private Optional<UUID> organisation(Actor actor, StateCode state) {
        if (actor.may(access, Permission.REGISTER_WRITE, Thing.of(state))) {
            return Optional.empty();
        }
        Optional<UUID> own = actor.organisation(state);
        actor.require(
                access, Permission.REGISTER_WRITE, own.map(Thing.of(state)::of).orElseGet(() -> Thing.of(state)));
        return own;
    }

    private static ImportResult result(ImportRun run, ImportCount count, Optional<Long> batch) {
        return new ImportResult(
                batch,
                run.mappings().stream().map(Mapping::name).toList(),
                run.mappings().getFirst().columns(),
                count.rows,
                count.created,
                count.changed,
                count.unchanged,
                count.quarantined,
                count.placeUnknown,
                count.otherKinds,
                count.findings,
                count.byCheck,
                count.offers,
                count.offered);
    }

    private void keep(
            Transaction transaction,
            Actor actor,
            ImportRequest request,
            ImportRun run,
            ImportCount count,
            long batch,
            String sha256,
            String rowsHash,
            Optional<UUID> organisation) {
        RegisterBatchRecord row = new RegisterBatchRecord();
        row.setState(request.state().iso3());
        row.setNumber(batch);
        row.setId(Identifiers.newId());
        row.setKind(request.what().id());
        row.setSource(request.source().orElse(""));
        row.setProfile(run.mappings().stream().map(Mapping::name).collect(Collectors.joining(" ")));
        row.setFileName(request.name());
        row.setFileSha256(sha256);
        row.setOrganisationId(organisation.orElse(null));
        row.setAuthor(actor.name());
        row.setConfirmedAt(transaction.now());
        row.setRowsNew(count.created);
        row.setRowsChanged(count.changed);
        row.setRowsUnchanged(count.unchanged);
        row.setRowsQuarantined(count.quarantined);
        row.setRowsHash(rowsHash);
        row.setChoices(SameFile.choices(request, run));
        row.setTold(SameFile.told(count));
        transaction.sql().executeInsert(row);
        List<Change> changes = new ArrayList<>();
        Map<String, Object> told = Map.of(
                "kind",
                request.what().id(),
                "file",
                request.name(),
                "file-sha256",
                sha256,
                "new",
                count.created,
                "changed",
                count.changed,
                "unchanged",
                count.unchanged,
                "quarantined",
                count.quarantined,
                "rows-sha256",
                rowsHash);
        told.keySet().stream()
                .sorted()
                .forEach(name ->
                        changes.add(new Change(name, Optional.empty(), Optional.of(String.valueOf(told.get(name))))));
        audit(transaction, actor, "import", request.state(), batch, Optional.empty(), changes);
    }

    private void audit(
            Transaction transaction,
            Actor actor,
            String action,
            StateCode state,
            long batch,
            Optional<String> reason,
            List<Change> changes) {
        audit.add(
                transaction,
                new AuditEvent(
                        actor.name(), action, SUBJECT, state + "-" + batch, Optional.of(state), reason, changes));
    }

    /** The imports of a State, the newest first. */
    public List<Batch> batches(Actor reader, StateCode state, int most) {
        Optional<UUID> organisation = organisation(reader, state);
        return database.read(sql -> sql.selectFrom(REGISTER_BATCH)
                .where(
                        REGISTER_BATCH.STATE.eq(state.iso3()),
                        organisation.map(REGISTER_BATCH.ORGANISATION_ID::eq).orElseGet(org.jooq.impl.DSL::noCondition))
                .orderBy(REGISTER_BATCH.NUMBER.desc())
                .limit(most)
                .fetch(RegisterImport::batch));
    }

    private static Batch batch(RegisterBatchRecord row) {
        return new Batch(
                new StateCode(row.getState()),
                row.getNumber(),
                ImportKind.find(row.getKind()).orElseThrow(),
                row.getSource(),
                row.getProfile(),
                row.getFileName(),
                row.getFileSha256(),
                row.getAuthor(),
                row.getConfirmedAt(),
                row.getRowsNew(),
                row.getRowsChanged(),
                row.getRowsUnchanged(),
                row.getRowsQuarantined(),
                Optional.ofNullable(row.getUndoneAt()));
    }

    /** The rows of an import that are still kept apart, in the order of the file. */
    public List<QuarantinedRow> quarantined(Actor reader, StateCode state, long batch) {
        organisation(reader, state);
        return database.read(sql -> QuarantinedRow.of(sql, state, batch));
    }

    /**
     * Takes an import back: its new records no longer count, and what it changed says again what it said before. What was known in between stays known.
     *
     * @throws org.mineban.kernel.ProblemException {@code register-batch-unknown}, {@code register-batch-undone}, {@code register-batch-needed} when
     *     something written later rests on it
     */
    public void undo(Actor actor, StateCode state, long batch, String because) {
        organisation(actor, state);
        String reason = Refusals.reason(because);
        database.writeAlone(transaction -> {
            RegisterBatchRecord row = transaction
                    .sql()
                    .selectFrom(REGISTER_BATCH)
                    .where(REGISTER_BATCH.STATE.eq(state.iso3()), REGISTER_BATCH.NUMBER.eq(batch))
                    .fetchOptional()
                    .orElseThrow(() -> refused("register-batch-unknown", Problem.Kind.NOT_FOUND, state, batch, 0));
            if (row.getUndoneAt() != null) {
                throw refused("register-batch-undone", Problem.Kind.CONFLICT, state, batch, 0);
            }
            long needing = needing(transaction.sql(), state, batch);
            if (needing > 0) {
                throw refused("register-batch-needed", Problem.Kind.CANNOT_BE_DONE, state, batch, needing);
            }
            ImportUndo.undo(transaction, state, batch, actor.name(), reason);
            transaction
                    .sql()
                    .update(REGISTER_BATCH)
                    .set(REGISTER_BATCH.UNDONE_AT, transaction.now())
                    .set(REGISTER_BATCH.UNDONE_BY, actor.name())
                    .set(REGISTER_BATCH.UNDONE_BECAUSE, reason)
                    .where(REGISTER_BATCH.STATE.eq(state.iso3()), REGISTER_BATCH.NUMBER.eq(batch))
                    .execute();
            audit(transaction, actor, "undo-import", state, batch, Optional.of(reason), List.of());
            return true;
        });
    }

    /** How many records were changed after an import or approved by somebody, or belong to one of its new records and count. */
    private static long needing(DSLContext sql, StateCode state, long batch) {
        var later = REGISTER_VERSION.as("later");
        var own = REGISTER_VERSION.as("own");
        long approved = sql.fetchCount(
                REGISTER_VERSION,
                REGISTER_VERSION.STATE.eq(state.iso3()),
                REGISTER_VERSION.BATCH.eq(batch),
                REGISTER_VERSION.APPROVED_BY.isNotNull(),
                REGISTER_VERSION.APPROVED_BY.ne(REGISTER_VERSION.AUTHOR));
        return approved
                + sql.fetchCount(sql.select(later.NUMBER)
                        .from(own)
                        .join(later)
                        .on(
                                later.STATE.eq(own.STATE),
                                later.NUMBER
                                        .eq(own.NUMBER)
                                        .and(later.VERSION.gt(own.VERSION))
                                        .or(later.PARENT
                                                .eq(own.NUMBER)
                                                .and(own.VERSION.eq(1))
                                                .and(later.LATEST.eq(1))
                                                .and(later.APPROVED_AT.isNotNull())
                                                .and(later.BATCH.isNull().or(later.BATCH.ne(batch)))))
                        .where(own.STATE.eq(state.iso3()), own.BATCH.eq(batch)));
    }

    private static org.mineban.kernel.ProblemException refused(
            String id, Problem.Kind kind, StateCode state, long batch, long needing) {
        return new Problem(id, kind, Map.of("state", state.iso3(), "batch", batch, "records", needing)).asException();
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            byte[] piece = new byte[DIGEST_BYTES];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return Sha256.of(digest);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
