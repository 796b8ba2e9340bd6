package org.mineban.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.backup.Backup;
import org.mineban.backup.BackupFile;
import org.mineban.backup.Manifest;
import org.mineban.backup.Restore;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.FileStore;
import org.mineban.storage.PostgresServer;
import org.mineban.storage.ReceivedFile;

/** How long a backup of a gigabyte takes, half of it rows and half files, and the memory it needs; run by {@code bench/backup}. */
public final class BackupBench {

    private static final int FILE_BYTES = 2 * 1024 * 1024;
    private static final int BATCH = 5000;
    private static final long MEGABYTE = 1024L * 1024;
    private static final AuditTrail TRAIL = new AuditTrail();

    private BackupBench() {}

    /**
     * Measures.
     *
     * @param arguments how many megabytes; 1024 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1024;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-backup");
        try {
            measure("sqlite", DatabaseAddress.in(folder.resolve("from")), folder, megabytes);
            if (PostgresServer.running().isPresent()) {
                PostgresServer server = PostgresServer.running().orElseThrow();
                DatabaseAddress there = server.newDatabase();
                timed("sqlite → postgresql", "restore", () -> restore(folder.resolve("sqlite.zip"), there, folder));
                try (Database database = Database.open(there, Clock.systemUTC())) {
                    backup("postgresql", database, folder);
                }
                DatabaseAddress back = DatabaseAddress.in(folder.resolve("back"));
                timed("postgresql → sqlite", "restore", () -> restore(folder.resolve("postgresql.zip"), back, folder));
            }
        } finally {
            delete(folder);
        }
    }

    private static void restore(Path file, DatabaseAddress there, Path folder) {
        new Restore(TRAIL, Clock.systemUTC()).restore(file, there, folder.resolve("data"));
    }

    private static void measure(String name, DatabaseAddress address, Path folder, long megabytes)
            throws IOException, InterruptedException {
        try (Database database = Database.open(address, Clock.systemUTC())) {
            fill(database, address, megabytes * MEGABYTE);
            System.out.printf(
                    "%-20s database of %,d MB%n",
                    name, Files.size(address.file().orElseThrow()) / MEGABYTE);
            backup(name, database, folder);
        }
    }

    private static void backup(String name, Database database, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".zip");
        Manifest[] made = new Manifest[1];
        timed(
                name,
                "backup, read back",
                () -> made[0] = new Backup(database, TRAIL, folder, Clock.systemUTC()).write(file, "program:bench"));
        System.out.printf(
                "%-20s %,d rows, %,d files, backup of %,d MB, content hash %s%n",
                name,
                made[0].rows(),
                made[0].files(),
                Files.size(file) / MEGABYTE,
                made[0].contentHash().substring(0, 16));
        timed(name, "check", () -> {
            try (BackupFile backup = BackupFile.open(file)) {
                backup.checkParts();
            }
        });
    }

    /** Runs it and prints its time, the largest heap in use after a collection, and the largest resident memory. */
    private static void timed(String name, String what, Runnable work) throws InterruptedException {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong heap = new AtomicLong();
        Thread watcher = Thread.ofPlatform().daemon().start(() -> {
            while (running.get()) {
                long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum();
                heap.accumulateAndGet(used, Math::max);
                try {
                    Thread.sleep(100);
                } catch (InterruptedException end) {
                    return;
                }
            }
        });
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        running.set(false);
        watcher.join();
        System.out.printf(
                "%-20s %-18s %6.1f s; heap after collections at most %,d MB of %,d; resident at most %,d MB so far%n",
                name,
                what,
                seconds,
                heap.get() / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                residentKilobytes() / 1024);
    }

    private static long residentKilobytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException anotherSystem) {
            return 0;
        }
    }

    private static void fill(Database database, DatabaseAddress address, long bytes) throws IOException {
        Random random = new Random(67);
        FileStore files = new FileStore();
        byte[] file = new byte[FILE_BYTES];
        for (long done = 0; done < bytes / 2; done += FILE_BYTES) {
            random.nextBytes(file);
            try (ReceivedFile received = ReceivedFile.from(new ByteArrayInputStream(file), FILE_BYTES)) {
                database.change(change -> files.keep(change, received));
            }
        }
        long number = 0;
        Path there = address.file().orElseThrow();
        while (Files.size(there) + size(Path.of(there + "-wal")) < bytes) {
            long first = number;
            database.change(change -> TRAIL.addAll(
                    change,
                    LongStream.range(first, first + BATCH)
                            .mapToObj(BackupBench::event)
                            .toList()));
            number += BATCH;
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static AuditEvent event(long number) {
        return new AuditEvent(
                "actor-" + number % 9973,
                "changed",
                "hazardous-area",
                "area-" + number % 400_009,
                Optional.of(new StateCode("XA" + (char) ('A' + number % 23))),
                Optional.of("Survey of " + number),
                List.of(new Change("areaSquareMetres", Optional.of("" + number), Optional.of("" + number / 2))));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.forEach(all::addFirst);
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
