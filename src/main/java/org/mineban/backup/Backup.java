package org.mineban.backup;

import static mineban.tables.Tables.BACKUP_RUN;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.OwnerOnly;
import org.mineban.storage.Sha256;

/** Writes everything that people made into one file, as it was at one moment, while others go on writing. */
public final class Backup {

    private final Database database;
    private final AuditTrail trail;
    private final Path dataFolder;
    private final Clock clock;
    private final List<TableShape> shapes;

    /** Backups of that database, and of the files that belong to it in that folder, which need not be there. */
    public Backup(Database database, AuditTrail trail, Path dataFolder, Clock clock) {
        this(database, trail, dataFolder, clock, TableShape.ofThisVersion());
    }

    Backup(Database database, AuditTrail trail, Path dataFolder, Clock clock, List<TableShape> shapes) {
        this.database = database;
        this.trail = trail;
        this.dataFolder = dataFolder;
        this.clock = clock;
        this.shapes = List.copyOf(shapes);
    }

    /**
     * Writes a backup. The file appears under its name only when it is whole, on the disk and read back.
     *
     * @param actor who asked for it, for the audit trail
     * @throws ProblemException {@code backup-file-exists}, {@code file-not-written}
     */
    public Manifest write(Path file, String actor) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Problem("backup-file-exists", Problem.Kind.WRONG_USAGE, Map.of("value", file.toString()))
                    .asException();
        }
        begin(target, actor);
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Manifest manifest;
            try {
                manifest = writePart(part);
                try (BackupFile written = BackupFile.open(part)) {
                    written.checkParts();
                }
                Files.move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
            keepRun(database, "backup", target, Files.size(target), manifest);
            return manifest;
        } catch (IOException | UncheckedIOException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", file.toString()))
                    .asException();
        }
    }

    /** The trail tells of the backup in the backup too. A full disk must not stop it: then it is needed most. */
    private void begin(Path target, String actor) {
        try {
            database.change(change -> trail.add(
                    change,
                    new AuditEvent(
                            actor,
                            "backup-begun",
                            "backup",
                            target.getFileName().toString(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of())));
        } catch (ProblemException refused) {
            if (refused.problem().kind() != Problem.Kind.UNAVAILABLE) {
                throw refused;
            }
        }
    }

    static void keepRun(Database database, String kind, Path file, long bytes, Manifest manifest) {
        try {
            database.change(change -> change.sql()
                    .insertInto(BACKUP_RUN)
                    .set(BACKUP_RUN.ID, Identifiers.newId())
                    .set(BACKUP_RUN.KIND, kind)
                    .set(BACKUP_RUN.FILE, file.toString())
                    .set(BACKUP_RUN.RECORDED_AT, change.now())
                    .set(BACKUP_RUN.SIZE_BYTES, bytes)
                    .set(BACKUP_RUN.CONTENT_HASH, manifest.contentHash())
                    .execute());
        } catch (ProblemException refused) {
            if (refused.problem().kind() != Problem.Kind.UNAVAILABLE) {
                throw refused;
            }
        }
    }

    private Manifest writePart(Path part) throws IOException {
        Manifest manifest;
        OwnerOnly.makeFile(part); // a backup holds personal data in the clear
        SealedFile.Sealing sealing = new SealedFile.Sealing(Files.newOutputStream(part));
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(sealing, 1 << 16), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.setComment(SealedFile.NOT_SEALED_YET);
            Instant madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<String, byte[]> folder = FolderFiles.read(dataFolder);
            String schema = database.schema();
            manifest = database.read(sql -> writeAll(sql, madeAt, schema, folder, zip));
        }
        SealedFile.seal(part, sealing.seal());
        return manifest;
    }

    private Manifest writeAll(
            DSLContext sql, Instant madeAt, String schema, Map<String, byte[]> folder, ZipOutputStream zip) {
        try {
            List<Manifest.TablePart> tables = tables(sql, zip);
            List<Manifest.FilePart> files = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : folder.entrySet()) {
                byte[] bytes = file.getValue();
                Manifest.FilePart part = new Manifest.FilePart(file.getKey(), bytes.length, Sha256.of(bytes));
                zip.putNextEntry(new ZipEntry(part.entry()));
                zip.write(bytes);
                zip.closeEntry();
                files.add(part);
            }
            Manifest manifest = new Manifest(
                    version(), madeAt, schema, tables, files, Arrays.asList(LeftOut.values()), trail.head(sql));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.write());
            zip.closeEntry();
            return manifest;
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private List<Manifest.TablePart> tables(DSLContext sql, ZipOutputStream zip) throws IOException {
        List<Manifest.TablePart> parts = new ArrayList<>();
        for (TableShape shape : shapes) {
            zip.putNextEntry(new ZipEntry("tables/" + shape.name() + ".jsonl"));
            parts.add(new Manifest.TablePart(shape, rows(sql, shape, zip)));
            zip.closeEntry();
        }
        return parts;
    }

    private TableRows.Written rows(DSLContext sql, TableShape shape, OutputStream out) {
        return sql.connectionResult(
                connection -> TableRows.write(connection, database.address().engine(), shape, out));
    }

    /** The hash of what the database holds now, as a backup made at this moment would have it. */
    public String contentHash() {
        return database.read(sql -> {
            List<Manifest.TablePart> parts = new ArrayList<>();
            for (TableShape shape : shapes) {
                parts.add(new Manifest.TablePart(shape, rows(sql, shape, OutputStream.nullOutputStream())));
            }
            return Manifest.contentHash(parts);
        });
    }

    private static String version() {
        return Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                .orElse("0.1.0-SNAPSHOT");
    }
}
