package org.mineban.bench;

import java.io.IOException;
import java.time.Clock;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Database;
import org.mineban.storage.PostgresCluster;

/** The primary is killed and its replica promoted: is every acknowledged change there? Run by {@code bench/faults/failover}. */
public final class FailoverFault {

    private static final int WRITERS = 20;
    private static final int ACKNOWLEDGED_FIRST = 1000;

    private FailoverFault() {}

    /**
     * Kills primaries.
     *
     * @param arguments how often; 5 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        AuditTrail trail = new AuditTrail();
        boolean good = true;
        for (int round = 1; round <= rounds; round++) {
            try (PostgresCluster primary = PostgresCluster.primary();
                    PostgresCluster replica = primary.withReplica();
                    Database database = Database.open(primary.address(replica), Clock.systemUTC());
                    FaultedWriters writers = new FaultedWriters(database, WRITERS)) {
                while (writers.acknowledged() < ACKNOWLEDGED_FIRST) {
                    Thread.sleep(20);
                }
                Thread.sleep(300L * round);
                primary.kill();
                int before = writers.acknowledged();
                long begin = System.nanoTime();
                replica.promote();
                writers.awaitMore();
                double back = (System.nanoTime() - begin) / 1e9;
                Thread.sleep(2000);
                writers.end();
                long lost = writers.lost();
                var found = database.read(trail::verify);
                System.out.printf(
                        "failover %d: %,d acknowledged before the kill, %,d in all, %d lost; next change kept %.1f s after the kill; told: %s; trail %s%n",
                        round,
                        before,
                        writers.acknowledged(),
                        lost,
                        back,
                        writers.refusals(),
                        found.fault().isEmpty() ? "whole" : found.fault().get());
                good &= lost == 0 && found.fault().isEmpty();
            }
        }
        System.exit(good ? 0 : 1);
    }
}
