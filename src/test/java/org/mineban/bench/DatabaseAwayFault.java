package org.mineban.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Database;
import org.mineban.storage.PostgresCluster;

/** A PostgreSQL that goes away and comes back: are writers told, do they go on by themselves? Run by {@code bench/faults/database-away}. */
public final class DatabaseAwayFault {

    private static final int WRITERS = 20;

    private DatabaseAwayFault() {}

    /**
     * Stops the server for a while.
     *
     * @param arguments for how many seconds; 60 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        AuditTrail trail = new AuditTrail();
        boolean good;
        try (PostgresCluster server = PostgresCluster.primary();
                Database database = Database.open(server.address(), Clock.systemUTC());
                FaultedWriters writers = new FaultedWriters(database, WRITERS)) {
            Thread.sleep(2000);
            server.stop();
            int before = writers.acknowledged();
            Thread.sleep(Duration.ofSeconds(seconds));
            System.out.printf("%,d acknowledged, then away for %d s; told: %s%n", before, seconds, writers.refusals());
            server.start();
            long begin = System.nanoTime();
            writers.awaitMore();
            System.out.printf("back: the next change was kept after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            Thread.sleep(2000);
            writers.end();
            long lost = writers.lost();
            var found = database.read(trail::verify);
            System.out.printf(
                    "%,d acknowledged, %d lost; told: %s; trail %s%n",
                    writers.acknowledged(),
                    lost,
                    writers.refusals(),
                    found.fault().isEmpty() ? "whole" : found.fault().get());
            good = lost == 0
                    && found.fault().isEmpty()
                    && writers.refusals().keySet().stream().allMatch("database-away"::equals);
        }
        System.exit(good ? 0 : 1);
    }
}
