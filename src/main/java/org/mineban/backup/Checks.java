package org.mineban.backup;

import static mineban.tables.Tables.BACKUP_RUN;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Verification;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.Check;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** What an administrator is told about: machine, data folder, settings, database, audit trail, backups. */
public final class Checks {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long FREE_BYTES_NEEDED = 1024 * MEGABYTE;
    private static final long HEAP_BYTES_NEEDED = 200 * MEGABYTE;
    private static final long LAST_ENTRIES = 10_000;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final Duration BACKUP_OLD = Duration.ofDays(2);

    private final Clock clock;
    private final Path dataFolder;

    public Checks(Clock clock, Path dataFolder) {
        this.clock = clock;
        this.dataFolder = dataFolder;
    }

    /** The Java that runs the program, and the memory it may take. */
    public Check machine() {
        return () -> {
            long most = Runtime.getRuntime().maxMemory();
            Map<String, Object> values = Map.of(
                    "version",
                    Runtime.version().toString(),
                    "megabytes",
                    most / MEGABYTE,
                    "needed",
                    HEAP_BYTES_NEEDED / MEGABYTE);
            return List.of(
                    most < HEAP_BYTES_NEEDED
                            ? CheckResult.advice("memory-small", values)
                            : CheckResult.fine("machine", values));
        };
    }

    /** The room on the disk of the data folder. */
    public Check disk() {
        return () -> {
            Path there = existing(dataFolder);
            try {
                FileStore disk = Files.getFileStore(there);
                long free = disk.getUsableSpace();
                Map<String, Object> values = Map.of(
                        "folder",
                        there.toString(),
                        "megabytes",
                        free / MEGABYTE,
                        "needed",
                        FREE_BYTES_NEEDED / MEGABYTE);
                return List.of(
                        free < FREE_BYTES_NEEDED
                                ? CheckResult.wrong("disk-low", values)
                                : CheckResult.fine("disk", values));
            } catch (IOException notTold) {
                return List.of(CheckResult.wrong("folder-unreadable", Map.of("folder", there.toString())));
            }
        };
    }

    private static Path existing(Path path) {
        Path there = path.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** That the data folder and the key file are their owner's only. Where the system knows no such permissions, nothing is said of them. */
    public Check folder(Optional<Settings> settings) {
        return () -> {
            List<CheckResult> results = new ArrayList<>();
            if (!Files.isDirectory(dataFolder)) {
                return List.of(CheckResult.advice("folder-missing", Map.of("folder", dataFolder.toString())));
            }
            results.add(
                    Files.isWritable(dataFolder)
                            ? open(dataFolder)
                                    .map(rights -> CheckResult.advice(
                                            "folder-open", Map.of("folder", dataFolder.toString(), "rights", rights)))
                                    .orElse(CheckResult.fine("folder", Map.of("folder", dataFolder.toString())))
                            : CheckResult.wrong("folder-not-writable", Map.of("folder", dataFolder.toString())));
            Path keys = settings.flatMap(set -> set.find(Setting.KEY_FILE))
                    .map(Path::of)
                    .orElse(dataFolder.resolve("keys"));
            Path settingsFile = dataFolder.resolve(Settings.FILE);
            for (Path secret : List.of(keys, keys.resolveSibling("victim-keys"), settingsFile)) {
                if (Files.exists(secret)) {
                    open(secret)
                            .ifPresent(rights -> results.add(CheckResult.wrong(
                                    "secret-open", Map.of("file", secret.toString(), "rights", rights))));
                }
            }
            return results;
        };
    }

    /** The permissions, when others than the owner may read or write. */
    private static Optional<String> open(Path path) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
            boolean others = rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
            return others ? Optional.of(PosixFilePermissions.toString(rights)) : Optional.empty();
        } catch (IOException | UnsupportedOperationException notTold) {
            return Optional.empty();
        }
    }

    /** The database and its tables. */
    public Check database(DatabaseAddress address) {
        return () -> {
            try (Database database = Database.openAsItIs(address, clock)) {
                String schema = database.schema();
                String newest = Database.newestSchema();
                Map<String, Object> values = Map.of("value", address.shown(), "version", schema, "newest", newest);
                if (Database.later(schema, newest)) {
                    return List.of(CheckResult.wrong("schema-newer", values));
                }
                return List.of(
                        Database.later(newest, schema)
                                ? CheckResult.advice("schema-behind", values)
                                : CheckResult.fine("database", values));
            } catch (ProblemException refused) {
                return List.of(CheckResult.wrong("database", refused.problem()));
            }
        };
    }

    /**
     * The clock, against the last entry of the trail and against the database.
     *
     * @param database one whose tables are of this version
     */
    public Check clock(Database database, AuditTrail trail) {
        return () -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant last = database.read(trail::lastMoment).truncatedTo(ChronoUnit.SECONDS);
            Map<String, Object> values = Map.of(
                    "now",
                    now.toString(),
                    "last",
                    last.toString(),
                    "minutes",
                    Duration.between(now, last).toMinutes());
            return List.of(
                    now.plus(CLOCK_TOLERANCE).isBefore(last)
                            ? CheckResult.wrong("clock-back", values)
                            : CheckResult.fine("clock", values));
        };
    }

    /** The clock against that of the disk, by a file written now; on a network disk they are two. */
    public Check clockOfFiles() {
        return () -> {
            try {
                Path probe = Files.createTempFile(existing(dataFolder), ".mineban-clock", null);
                try {
                    Duration apart = Duration.between(
                                    clock.instant(),
                                    Files.getLastModifiedTime(probe).toInstant())
                            .abs();
                    Map<String, Object> values = Map.of("minutes", apart.toMinutes());
                    return apart.compareTo(CLOCK_TOLERANCE) > 0
                            ? List.of(CheckResult.wrong("clock-of-files", values))
                            : List.of();
                } finally {
                    Files.delete(probe);
                }
            } catch (IOException notWritten) {
                return List.of();
            }
        };
    }

    /**
     * The audit trail.
     *
     * @param whole from the first entry on; else the last ten thousand
     */
    public Check trail(Database database, AuditTrail trail, boolean whole) {
        return () -> {
            Verification found = database.read(sql -> whole ? trail.verify(sql) : trail.verifyLast(sql, LAST_ENTRIES));
            Map<String, Object> values = new HashMap<>();
            values.put("entries", found.entries());
            found.fault().ifPresent(fault -> values.put("number", fault.number()));
            return List.of(
                    found.fault().isPresent()
                            ? CheckResult.wrong("trail-broken", values)
                            : CheckResult.fine("trail", values));
        };
    }

    /** The last backup: how old it is, and whether it can be read. */
    public Check lastBackup(Database database, Optional<Path> planFolder) {
        return () -> {
            Optional<LastBackup> last = last(database, planFolder);
            if (last.isEmpty()) {
                return List.of(CheckResult.wrong("backup-none", Map.of()));
            }
            long hours = Math.max(
                    0, Duration.between(last.get().madeAt(), clock.instant()).toHours());
            Map<String, Object> values = Map.of("file", last.get().file().toString(), "hours", hours);
            if (!Files.exists(last.get().file())) {
                return List.of(CheckResult.advice("backup-moved", values));
            }
            try (BackupFile backup = BackupFile.open(last.get().file())) {
                backup.checkParts();
            } catch (ProblemException refused) {
                return List.of(CheckResult.wrong("backup-unreadable", refused.problem()));
            }
            return List.of(
                    hours > BACKUP_OLD.toHours()
                            ? CheckResult.wrong("backup-old", values)
                            : CheckResult.fine("backup", values));
        };
    }

    private record LastBackup(Path file, Instant madeAt) {}

    private static Optional<LastBackup> last(Database database, Optional<Path> planFolder) {
        List<LastBackup> all = new ArrayList<>();
        all.addAll(database.read(sql -> sql.selectFrom(BACKUP_RUN)
                .where(BACKUP_RUN.KIND.eq("backup"))
                .orderBy(BACKUP_RUN.RECORDED_AT.desc())
                .limit(1)
                .fetch(row -> new LastBackup(Path.of(row.getFile()), row.getRecordedAt()))));
        planFolder.ifPresent(folder -> {
            try {
                BackupSchedule.made(folder).forEach((madeAt, file) -> all.add(new LastBackup(file, madeAt)));
            } catch (IOException unreadable) {
                // then none of them is the last that can be had
            }
        });
        return all.stream().max(java.util.Comparator.comparing(LastBackup::madeAt));
    }
}
