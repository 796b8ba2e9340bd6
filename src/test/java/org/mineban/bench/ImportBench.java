package org.mineban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.exchange.ReadingChoices;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Actor;
import org.mineban.operations.Dictionary;
import org.mineban.operations.ImportKind;
import org.mineban.operations.ImportRequest;
import org.mineban.operations.ImportResult;
import org.mineban.operations.RegisterImport;
import org.mineban.operations.Repairs;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.PostgresServer;

/**
 * How long it takes to bring many hazardous areas into the register with every check, and the same file again; beside it {@code ogr2ogr} loads the same
 * file into the same server without any check. Run by {@code bench/import [polygons] [sqlite|postgresql|both]}.
 */
public final class ImportBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final StateCode BIH = new StateCode("BIH");

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String engines = arguments.length > 1 ? arguments[1] : "both";
        Path folder = Files.createTempDirectory("import-bench");
        Path file = folder.resolve("areas.geojson");
        HazardPolygons.write(file, count);
        System.out.printf(Locale.ROOT, "%d polygons, %d MB%n", count, Files.size(file) / 1_000_000);
        if (!engines.equals("postgresql")) {
            bring("sqlite", DatabaseAddress.in(folder), file);
        }
        if (!engines.equals("sqlite") && PostgresServer.running().isPresent()) {
            PostgresServer server = PostgresServer.running().get();
            peer(server.newDatabase(), file);
            bring("postgresql", server.newDatabase(), file);
            peer(server.newDatabase(), file);
        }
        try (var left = Files.walk(folder)) {
            for (Path one : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static void bring(String engine, DatabaseAddress address, Path file) {
        try (Database database = Database.open(address, Clock.systemUTC())) {
            RegisterImport imports =
                    new RegisterImport(database, new AuditTrail(), new Access(new PermissionTable()), new Dictionary());
            ImportRequest request = new ImportRequest(
                    BIH,
                    ImportKind.HAZARDS,
                    file,
                    "areas.geojson",
                    Optional.empty(),
                    ReadingChoices.NONE,
                    TODAY,
                    Repairs.SHAPES);
            Actor actor = Actor.program("bench");
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            ImportResult first = timed(engine + ", first time", () -> imports.confirm(actor, request));
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println(first.findingCounts() + " quarantined " + first.quarantined());
            ImportResult again = timed(engine + ", the same again", () -> imports.confirm(actor, request));
            System.out.printf(
                    Locale.ROOT,
                    "new %d, unchanged again %d; peak of the heap %d MB%n",
                    first.created(),
                    again.unchanged() + again.quarantined(),
                    peak >> 20);
        }
    }

    private static ImportResult timed(String what, Supplier<ImportResult> work) {
        long start = System.nanoTime();
        ImportResult result = work.get();
        System.out.printf(Locale.ROOT, "%.1f s %s%n", (System.nanoTime() - start) / 1e9, what);
        return result;
    }

    /** What others load a file with: into a table with a spatial index, without checks; into PostGIS where it is installed. */
    private static void peer(DatabaseAddress address, Path file) throws IOException, InterruptedException {
        String url = address.url().replace("jdbc:postgresql://", "");
        String host = url.substring(0, url.indexOf(':'));
        String port = url.substring(url.indexOf(':') + 1, url.indexOf('/'));
        String name = url.substring(url.indexOf('/') + 1);
        boolean postgis = run(List.of(
                        "psql",
                        "-h",
                        host,
                        "-p",
                        port,
                        "-U",
                        "postgres",
                        "-d",
                        name,
                        "-qc",
                        "create extension postgis"))
                == 0;
        long start = System.nanoTime();
        int rc = run(List.of(
                "ogr2ogr",
                "-f",
                "PostgreSQL",
                "PG:host=" + host + " port=" + port + " user=postgres dbname=" + name,
                file.toString(),
                "-nln",
                "areas",
                "--config",
                "PG_USE_COPY",
                "YES"));
        System.out.printf(
                Locale.ROOT,
                "%.1f s ogr2ogr into PostgreSQL %s, no check (%d)%n",
                (System.nanoTime() - start) / 1e9,
                postgis ? "with PostGIS" : "without PostGIS",
                rc);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }
}
