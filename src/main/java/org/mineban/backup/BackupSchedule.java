package org.mineban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mineban.kernel.Problem;
import org.mineban.storage.OwnerOnly;

/**
 * Backups by plan: one now, into a folder, then away with those that the rule does not keep. A job calls {@link #run}; when and how often is its
 * matter. Nothing is taken away unless the new backup was written and read back whole.
 */
public final class BackupSchedule {

    private static final String BEFORE = "mineban-";
    private static final String ENDING = ".backup.zip";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Backup backup;
    private final Path folder;
    private final Retention retention;

    /**
     * A plan.
     *
     * @param folder where the backups are; made when it is not there. Files in it with other names are left alone
     */
    public BackupSchedule(Backup backup, Path folder, Retention retention) {
        this.backup = backup;
        this.folder = folder;
        this.retention = retention;
    }

    /**
     * What was done.
     *
     * @param file the new backup
     * @param kept how many backups of the plan there are now
     * @param removed how many were taken away
     */
    public record Done(Path file, Manifest manifest, int kept, int removed) {}

    /**
     * Makes a backup and takes away those that need not be kept. Run twice within the same second, it makes none the second time and fails.
     *
     * @throws org.mineban.kernel.ProblemException as {@link Backup#write}
     */
    public Done run(Instant now) {
        try {
            OwnerOnly.makeFolders(folder);
            takeAwayRemains(now);
            Path file = folder.resolve(BEFORE + MOMENT.format(now) + ENDING);
            Manifest manifest = backup.write(file, "program:backup");
            Map<Instant, Path> all = made(folder);
            Set<Instant> kept = retention.kept(all.keySet());
            kept.add(now.truncatedTo(ChronoUnit.SECONDS));
            int removed = 0;
            for (Map.Entry<Instant, Path> one : all.entrySet()) {
                if (!kept.contains(one.getKey())) {
                    Files.delete(one.getValue());
                    removed++;
                }
            }
            return new Done(file, manifest, all.size() - removed, removed);
        } catch (IOException notWritten) {
            throw new Problem("file-not-written", Problem.Kind.CANNOT_BE_DONE, Map.of("value", folder.toString()))
                    .asException();
        }
    }

    /** A backup that a power cut has ended leaves its part; nothing writes at one for a day. */
    private void takeAwayRemains(Instant now) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path one : found.toList()) {
                String name = one.getFileName().toString();
                if (name.startsWith("." + BEFORE)
                        && name.endsWith(".part")
                        && Files.getLastModifiedTime(one).toInstant().isBefore(now.minus(1, ChronoUnit.DAYS))) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    /** The backups of a plan's folder, by when they were made; none when there is no such folder. */
    static Map<Instant, Path> made(Path folder) throws IOException {
        Map<Instant, Path> all = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                found.forEach(file -> moment(file).ifPresent(moment -> all.put(moment, file)));
            }
        }
        return all;
    }

    private static Optional<Instant> moment(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(BEFORE) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    MOMENT.parse(name.substring(BEFORE.length(), name.length() - ENDING.length()), Instant::from));
        } catch (DateTimeParseException anotherName) {
            return Optional.empty();
        }
    }
}
