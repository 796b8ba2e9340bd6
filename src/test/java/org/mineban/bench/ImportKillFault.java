package org.mineban.bench;

import static mineban.tables.Tables.REGISTER_BATCH;
import static mineban.tables.Tables.REGISTER_QUARANTINE;
import static mineban.tables.Tables.REGISTER_VERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mineban.Main;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** {@code kill -9} in the midst of an import, again and again: all of it is there, or nothing. Run by {@code bench/faults/import}. */
public final class ImportKillFault {

    private static final int ROWS = 20_000;

    private ImportKillFault() {}

    /**
     * Kills.
     *
     * @param arguments how often; 20 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path folder = Files.createTempDirectory(Path.of("target"), "fault-import");
        Path file = folder.resolve("areas.geojson");
        HazardPolygons.write(file, ROWS);
        long whole = run(folder.resolve("whole"), file, Long.MAX_VALUE);
        Random random = new Random();
        int partly = 0;
        int nothing = 0;
        for (int round = 0; round < kills; round++) {
            Path data = folder.resolve("r" + round);
            run(data, file, (long) (whole * (0.2 + random.nextDouble())));
            try (Database database = Database.open(DatabaseAddress.in(data), Clock.systemUTC())) {
                int batches = database.read(sql -> sql.fetchCount(REGISTER_BATCH));
                int versions = database.read(sql -> sql.fetchCount(REGISTER_VERSION));
                int apart = database.read(sql -> sql.fetchCount(REGISTER_QUARANTINE));
                long promised = database.read(sql -> sql.selectFrom(REGISTER_BATCH).fetch().stream()
                        .mapToLong(batch -> batch.getRowsNew() + batch.getRowsQuarantined())
                        .sum());
                String integrity = database.read(sql -> String.valueOf(sql.fetchValue("pragma integrity_check")));
                boolean trail = database.read(new AuditTrail()::verify).fault().isEmpty();
                boolean all = batches == 1 && versions == ROWS && promised == ROWS;
                boolean none = batches == 0 && versions == 0 && apart == 0;
                nothing += none ? 1 : 0;
                partly += (all || none) && integrity.equals("ok") && trail ? 0 : 1;
                System.out.printf(
                        "kill %2d: %d imports, %,d records, %,d kept apart; integrity %s; trail %s%n",
                        round + 1, batches, versions, apart, integrity, trail ? "whole" : "broken");
            }
        }
        System.out.printf(
                "%d kills of an import of %,d rows: %d times nothing, %d times all, %d times neither%n",
                kills, ROWS, nothing, kills - nothing - partly, partly);
        try (var left = Files.walk(folder)) {
            for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
        System.exit(partly == 0 ? 0 : 1);
    }

    /** Runs the import, kills it after so many milliseconds, and says how long it ran. */
    private static long run(Path data, Path file, long most) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "import",
                        "hazards",
                        file.toString(),
                        "--state",
                        "BIH",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(Math.min(most, 600_000), TimeUnit.MILLISECONDS)) {
            process.toHandle().destroyForcibly(); // kill -9
            process.waitFor();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
