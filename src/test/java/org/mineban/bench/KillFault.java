package org.mineban.bench;

import static mineban.tables.Tables.AUDIT_ENTRY;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Verification;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;

/** {@code kill -9} while 200 write, again and again: is what was acknowledged there, is the database whole? Run by {@code bench/faults/kill}. */
public final class KillFault {

    private static final int WRITERS = 200;

    private KillFault() {}

    /**
     * Kills.
     *
     * @param arguments how often; 50 unless told
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Path folder = Files.createTempDirectory(Path.of("target"), "fault-kill");
        Random random = new Random();
        AuditTrail trail = new AuditTrail();
        long acknowledged = 0;
        long lost = 0;
        int broken = 0;
        for (int round = 0; round < kills; round++) {
            List<String> said = writeAndKill(folder, "r" + round, 200 + random.nextInt(1300));
            try (Database database = Database.open(DatabaseAddress.in(folder), Clock.systemUTC())) {
                String prefix = "r" + round + "-";
                Set<String> kept = database.read(sql -> sql.select(AUDIT_ENTRY.SUBJECT)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.SUBJECT_KIND.eq("fault"), AUDIT_ENTRY.SUBJECT.startsWith(prefix))
                        .fetchSet(AUDIT_ENTRY.SUBJECT));
                long missing = said.stream().filter(one -> !kept.contains(one)).count();
                String integrity = database.read(sql -> String.valueOf(sql.fetchValue("pragma integrity_check")));
                Verification found = database.read(sql -> trail.verifyLast(sql, kept.size() + 1L));
                acknowledged += said.size();
                lost += missing;
                boolean whole = integrity.equals("ok") && found.fault().isEmpty();
                broken += whole ? 0 : 1;
                System.out.printf(
                        "kill %2d: %,6d acknowledged, %d of them lost; %,6d kept; integrity %s; trail %s%n",
                        round + 1,
                        said.size(),
                        missing,
                        kept.size(),
                        integrity,
                        found.fault().isEmpty() ? "whole" : found.fault().get());
            }
        }
        try (Database database = Database.open(DatabaseAddress.in(folder), Clock.systemUTC())) {
            Verification found = database.read(trail::verify);
            broken += found.fault().isEmpty() ? 0 : 1;
            System.out.printf(
                    "%d kills of %d writers: %,d acknowledged, %d lost, %d times not whole; %,d entries in the trail%n",
                    kills, WRITERS, acknowledged, lost, broken, found.entries());
        }
        delete(folder);
        System.exit(lost == 0 && broken == 0 ? 0 : 1);
    }

    private static List<String> writeAndKill(Path folder, String run, int afterMilliseconds)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(WRITERS),
                        run)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            long end = 0;
            StringBuilder line = new StringBuilder();
            for (int one = lines.read(); one >= 0; one = lines.read()) {
                if (one != '\n') {
                    line.append((char) one);
                    continue;
                }
                said.add(line.toString());
                line.setLength(0);
                if (end == 0) {
                    end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(afterMilliseconds);
                } else if (end > 0 && System.nanoTime() > end) {
                    process.toHandle().destroyForcibly(); // kill -9; what is in the pipe is read to its end
                    end = -1;
                }
            }
        }
        process.waitFor();
        return said;
    }

    private static void delete(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            for (Path one : found.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
    }
}
