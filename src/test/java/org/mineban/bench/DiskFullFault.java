package org.mineban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** A disk that is full: are writers told, do readers go on, do writers go on by themselves when there is room? Run by {@code bench/faults/disk-full}. */
public final class DiskFullFault {

    private static final int BALLAST_BYTES = 8 * 1024 * 1024;
    private static final int WRITERS = 20;

    private DiskFullFault() {}

    /**
     * Fills.
     *
     * @param arguments a folder on a small disk
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path disk = Path.of(arguments[0]);
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[BALLAST_BYTES]);
        AuditTrail trail = new AuditTrail();
        boolean good;
        try (Database database = Database.open(DatabaseAddress.in(disk.resolve("data")), Clock.systemUTC());
                FaultedWriters writers = new FaultedWriters(database, WRITERS)) {
            while (!writers.refusals().containsKey("disk-full")) {
                Thread.sleep(50);
            }
            Thread.sleep(3000);
            int before = writers.acknowledged();
            long head = database.read(trail::head).number();
            System.out.printf(
                    "disk full after %,d acknowledged changes; told so far: %s; readers see entry %,d%n",
                    before, writers.refusals(), head);
            Files.delete(ballast);
            long begin = System.nanoTime();
            writers.awaitMore();
            System.out.printf("room made: the next change was kept after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            Thread.sleep(1000);
            writers.end();
            var found = database.read(trail::verify);
            long lost = writers.lost();
            String integrity = database.read(sql -> String.valueOf(sql.fetchValue("pragma integrity_check")));
            System.out.printf(
                    "%,d acknowledged, %d lost; told: %s; integrity %s; trail %s%n",
                    writers.acknowledged(),
                    lost,
                    writers.refusals(),
                    integrity,
                    found.fault().isEmpty() ? "whole" : found.fault().get());
            good = lost == 0
                    && integrity.equals("ok")
                    && found.fault().isEmpty()
                    && writers.refusals().keySet().stream().allMatch("disk-full"::equals);
        }
        System.exit(good ? 0 : 1);
    }
}
