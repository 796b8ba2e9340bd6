package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_BATCH;
import static mineban.tables.Tables.REGISTER_IMPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mineban.tables.tables.records.RegisterImportRecord;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports that run by themselves after somebody has confirmed them, one after another: whoever started one may leave, come back, and stop it. An import is
 * one transaction: broken off with the program, it has written nothing.
 */
public final class RunningImports implements AutoCloseable {

    private static final int MOST = 20;
    private static final Duration HURRIED = Duration.ofMillis(1500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final RegisterImport imports;
    private final Map<UUID, Going> going = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("register-import").daemon(true).factory());

    private record Going(ImportProgress progress, Future<?> end) {}

    /** How an import stands. */
    public enum Status {
        /** It waits for another to end, or goes on. */
        RUNNING,
        /** It was written. */
        DONE,
        /** Something forbade it; nothing was written. */
        FAILED,
        /** Somebody stopped it; nothing was written. */
        CANCELLED,
        /** The program ended before it did; nothing was written. */
        BROKEN_OFF;

        /** Lower-case words joined by hyphens. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An import that was started here.
     *
     * @param progress how far it is; empty when it does not run in this process
     * @param batch the number under which it can be undone
     * @param problem what stopped it
     */
    public record Started(
            UUID id,
            StateCode state,
            String fileName,
            String author,
            Status status,
            Instant at,
            Optional<ImportProgress> progress,
            Optional<Long> batch,
            Optional<Problem> problem) {}

    /** How a problem is kept. */
    record Kept(String id, Problem.Kind kind, Map<String, Object> values) {}

    public RunningImports(Database database, RegisterImport imports) {
        this.database = database;
        this.imports = imports;
    }

    /**
     * Starts an import of a file that is deleted afterwards.
     *
     * @throws ProblemException when it is not allowed, or was refused at once
     */
    public Started start(Actor actor, ImportRequest request, String sha256) {
        imports.batches(actor, request.state(), 1);
        UUID id = Identifiers.newId();
        database.write(transaction -> {
            RegisterImportRecord row = new RegisterImportRecord();
            row.setId(id);
            row.setState(request.state().iso3());
            row.setKind(request.what().id());
            row.setFileName(request.name());
            row.setFileSha256(sha256);
            row.setAuthor(actor.name());
            row.setStatus(Status.RUNNING.id());
            row.setConfirmedAt(transaction.now());
            transaction.sql().executeInsert(row);
            return true;
        });
        ImportProgress progress = new ImportProgress();
        going.put(id, new Going(progress, worker.submit(() -> run(id, actor, request, progress))));
        return get(actor, request.state(), id);
    }

    private void run(UUID id, Actor actor, ImportRequest request, ImportProgress progress) {
        try {
            ImportResult result = imports.confirm(actor, request, progress);
            end(id, Status.DONE, result.batch(), null);
        } catch (ProblemException refused) {
            boolean stopped = refused.problem().id().equals("import-cancelled");
            end(id, stopped ? Status.CANCELLED : Status.FAILED, Optional.empty(), refused.problem());
        } catch (RuntimeException | Error broken) {
            end(
                    id,
                    Status.FAILED,
                    Optional.empty(),
                    new Problem("import-failed", Problem.Kind.CANNOT_BE_DONE, Map.of("file", request.name())));
            throw broken;
        } finally {
            going.remove(id);
            delete(request.file());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new java.io.UncheckedIOException(left);
        }
    }

    private void end(UUID id, Status status, Optional<Long> batch, @Nullable Problem problem) {
        database.write(transaction -> transaction
                .sql()
                .update(REGISTER_IMPORT)
                .set(REGISTER_IMPORT.STATUS, status.id())
                .set(REGISTER_IMPORT.ENDED_AT, transaction.now())
                .set(REGISTER_IMPORT.BATCH, batch.orElse(null))
                .set(
                        REGISTER_IMPORT.PROBLEM,
                        problem == null
                                ? null
                                : JSON.writeValueAsString(new Kept(problem.id(), problem.kind(), problem.values())))
                .where(REGISTER_IMPORT.ID.eq(id))
                .execute());
    }

    /** Waits a moment for a short import to end. */
    public Started soon(Actor actor, Started started) {
        Going one = going.get(started.id());
        if (one != null) {
            try {
                one.end().get(HURRIED.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException later) {
                // it goes on, or has left its problem
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return get(actor, started.state(), started.id());
    }

    /** The newest imports that were started in a State and are not done, or ended less than a day ago. */
    public List<Started> list(Actor actor, StateCode state) {
        imports.batches(actor, state, 1);
        return database.read(sql -> sql.selectFrom(REGISTER_IMPORT)
                .where(REGISTER_IMPORT.STATE.eq(state.iso3()), REGISTER_IMPORT.AUTHOR.eq(actor.name()))
                .orderBy(REGISTER_IMPORT.CONFIRMED_AT.desc())
                .limit(MOST)
                .fetch(this::started));
    }

    /** One of them. */
    public Started get(Actor actor, StateCode state, UUID id) {
        imports.batches(actor, state, 1);
        return database.read(sql -> sql.selectFrom(REGISTER_IMPORT)
                        .where(
                                REGISTER_IMPORT.ID.eq(id),
                                REGISTER_IMPORT.STATE.eq(state.iso3()),
                                REGISTER_IMPORT.AUTHOR.eq(actor.name()))
                        .fetchOptional(this::started))
                .orElseThrow(() -> new Problem("import-unknown", Problem.Kind.NOT_FOUND, Map.of()).asException());
    }

    private Started started(RegisterImportRecord row) {
        Going one = going.get(row.getId());
        Status said = Status.valueOf(row.getStatus().toUpperCase(Locale.ROOT).replace('-', '_'));
        Optional<Long> batch = Optional.ofNullable(row.getBatch());
        if (said == Status.RUNNING && one == null) {
            batch = written(row);
            said = batch.isPresent() ? Status.DONE : Status.BROKEN_OFF;
        }
        return new Started(
                row.getId(),
                new StateCode(row.getState()),
                row.getFileName(),
                row.getAuthor(),
                said,
                row.getConfirmedAt(),
                Optional.ofNullable(one).map(Going::progress),
                batch,
                Optional.ofNullable(row.getProblem())
                        .map(text -> JSON.readValue(text, Kept.class))
                        .map(kept -> new Problem(kept.id(), kept.kind(), kept.values())));
    }

    /** The program may have ended after an import was written and before that was noted here. */
    private Optional<Long> written(RegisterImportRecord row) {
        return database.read(sql -> sql.select(REGISTER_BATCH.NUMBER)
                .from(REGISTER_BATCH)
                .where(
                        REGISTER_BATCH.STATE.eq(row.getState()),
                        REGISTER_BATCH.FILE_SHA256.eq(row.getFileSha256()),
                        REGISTER_BATCH.AUTHOR.eq(row.getAuthor()),
                        REGISTER_BATCH.CONFIRMED_AT.ge(row.getConfirmedAt()))
                .limit(1)
                .fetchOptional(REGISTER_BATCH.NUMBER));
    }

    /** Stops one before its next row. */
    public void cancel(Actor actor, StateCode state, UUID id) {
        get(actor, state, id).progress().ifPresent(ImportProgress::cancel);
    }

    /** Stops what runs; nothing of it is written. */
    @Override
    public void close() {
        going.values().forEach(one -> one.progress().cancel());
        worker.close();
    }
}
