package org.mineban.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Verification;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.storage.OwnerOnly;

/**
 * Puts a backup back into an empty data folder or an empty database, of either engine. The backup is checked whole before anything is touched; then all
 * is put back in one transaction, read again, and kept only when its hash is that of the backup and the audit trail fits.
 */
public final class Restore {

    private final AuditTrail trail;
    private final Clock clock;

    public Restore(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Restores.
     *
     * @param file a backup
     * @param address an empty database, or one that is not there yet
     * @param dataFolder where files of the data folder go; none of them may be there
     * @return what the backup says of itself
     * @throws ProblemException those of {@link BackupFile}; {@code restore-not-empty}, {@code restore-differs}
     */
    public Manifest restore(Path file, DatabaseAddress address, Path dataFolder) {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.checkParts();
            checkFolder(backup, dataFolder);
            putBack(backup, address, dataFolder);
            try (Database current = Database.open(address, clock)) {
                Backup.keepRun(current, "restore", file.toAbsolutePath(), Files.size(file), backup.manifest());
            }
            return backup.manifest();
        } catch (IOException unreadable) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", dataFolder.toString()))
                    .asException();
        }
    }

    private static void checkFolder(BackupFile backup, Path dataFolder) {
        for (Manifest.FilePart part : backup.manifest().folder()) {
            Path target = FolderFiles.target(dataFolder, part.path());
            if (Files.exists(target)) {
                throw notEmpty(target.toString());
            }
        }
    }

    private static ProblemException notEmpty(String what) {
        return new Problem("restore-not-empty", Problem.Kind.CANNOT_BE_DONE, Map.of("value", what)).asException();
    }

    private void putBack(BackupFile backup, DatabaseAddress address, Path dataFolder) throws IOException {
        String schema = backup.manifest().schema();
        try (Database database = openEmpty(address, schema)) {
            String ofNew = contentOfNew(backup.manifest());
            List<Path> parts = new ArrayList<>();
            try {
                copyFolder(backup, dataFolder, parts);
                database.writeAlone(change -> {
                    change.sql().connection(connection -> {
                        if (!contentHash(connection, address.engine(), backup.manifest())
                                .equals(ofNew)) {
                            throw notEmpty(address.shown());
                        }
                        putBack(backup, connection, address.engine());
                    });
                    Verification found = trail.verify(change.sql());
                    if (found.fault().isPresent()) {
                        throw new Problem(
                                        "restore-trail",
                                        Problem.Kind.CANNOT_BE_DONE,
                                        Map.of("value", found.fault().get().number()))
                                .asException();
                    }
                    return true;
                });
                for (Path part : parts) {
                    Files.move(part, withoutPart(part));
                }
                parts.clear();
            } finally {
                for (Path part : parts) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** The database as a backup of that version needs it. One that a later version has made its tables in is not empty. */
    private Database openEmpty(DatabaseAddress address, String schema) {
        try {
            return Database.openAt(address, clock, schema);
        } catch (ProblemException refused) {
            if (refused.problem().id().equals("database-newer")) {
                throw new Problem(
                                "restore-migrated",
                                Problem.Kind.CANNOT_BE_DONE,
                                Map.of("value", address.shown(), "version", schema))
                        .asException();
            }
            throw refused;
        }
    }

    /** What a database holds when its tables have just been made: migrations add some rows. */
    private String contentOfNew(Manifest manifest) throws IOException {
        Path folder = Files.createTempDirectory("mineban-restore");
        DatabaseAddress address = DatabaseAddress.in(folder);
        try (Database empty = Database.openAt(address, clock, manifest.schema())) {
            return empty.read(
                    sql -> sql.connectionResult(connection -> contentHash(connection, address.engine(), manifest)));
        } finally {
            deleteAll(folder);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            for (Path one : found.toList()) {
                Files.deleteIfExists(one);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static String contentHash(Connection connection, Engine engine, Manifest manifest) throws SQLException {
        List<Manifest.TablePart> parts = new ArrayList<>();
        for (Manifest.TablePart part : manifest.tables()) {
            try {
                parts.add(new Manifest.TablePart(
                        part.shape(),
                        TableRows.write(connection, engine, part.shape(), OutputStream.nullOutputStream())));
            } catch (IOException nullStreamsDoNotFail) {
                throw new UncheckedIOException(nullStreamsDoNotFail);
            }
        }
        return Manifest.contentHash(parts);
    }

    private static void copyFolder(BackupFile backup, Path dataFolder, List<Path> parts) throws IOException {
        for (Manifest.FilePart file : backup.manifest().folder()) {
            Path target = FolderFiles.target(dataFolder, file.path());
            OwnerOnly.makeFolderOf(target);
            Path part = target.resolveSibling(target.getFileName() + ".part");
            parts.add(part);
            try (InputStream in = backup.part(file.entry())) {
                Files.copy(in, part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path withoutPart(Path part) {
        String name = part.getFileName().toString();
        return part.resolveSibling(name.substring(0, name.length() - ".part".length()));
    }

    private static void putBack(BackupFile backup, Connection connection, Engine engine) throws SQLException {
        Manifest manifest = backup.manifest();
        List<String> deferred = ForeignKeys.defer(connection, engine);
        try (Statement statement = connection.createStatement()) {
            for (Manifest.TablePart part : manifest.tables()) {
                statement.execute("delete from " + part.shape().quoted());
            }
        }
        for (Manifest.TablePart part : manifest.tables()) {
            try (InputStream in = backup.part(part.entry())) {
                TableRows.insert(connection, part.shape(), in);
            } catch (IOException unreadable) {
                throw BackupFile.damaged(backup.path(), part.entry());
            } catch (RuntimeException notRows) {
                if (notRows instanceof DataAccessException || notRows instanceof ProblemException) {
                    throw notRows;
                }
                throw BackupFile.damaged(backup.path(), part.entry());
            }
        }
        ForeignKeys.check(connection, engine, deferred);
        String restored = contentHash(connection, engine, manifest);
        if (!restored.equals(manifest.contentHash())) {
            throw new Problem(
                            "restore-differs",
                            Problem.Kind.CANNOT_BE_DONE,
                            Map.of("value", restored, "wanted", manifest.contentHash()))
                    .asException();
        }
    }
}
