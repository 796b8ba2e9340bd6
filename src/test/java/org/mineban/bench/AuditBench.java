package org.mineban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditQuery;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.StateCode;
import org.mineban.mail.TestClock;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.PostgresServer;

/** How many entries a second the audit trail takes, and how long a page of it takes among millions; run by {@code bench/audit}. */
public final class AuditBench {

    private static final int BATCH = 1000;
    private static final Duration EACH = Duration.ofSeconds(8);
    private static final AuditTrail TRAIL = new AuditTrail();

    private AuditBench() {}

    /**
     * Measures.
     *
     * @param arguments how many entries the pages are read among; 5,000,000 unless told, 0 for none
     */
    public static void main(String[] arguments) throws Exception {
        long entries = arguments.length > 0 ? Long.parseLong(arguments[0]) : 5_000_000;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-audit");
        try {
            measure("sqlite", DatabaseAddress.in(folder), entries);
        } finally {
            delete(folder);
        }
        if (PostgresServer.running().isPresent()) {
            measure("postgresql", PostgresServer.running().orElseThrow().newDatabase(), entries);
        }
    }

    private static void measure(String engine, DatabaseAddress address, long entries) throws Exception {
        TestClock clock = new TestClock("2016-01-01T00:00:00Z");
        try (Database database = Database.open(address, clock)) {
            for (int threads : List.of(1, 8, 64, 200)) {
                append(engine, database, threads);
            }
            batches(engine, database);
            if (entries > 0) {
                fill(engine, database, clock, entries);
                pages(engine, database);
                long begin = System.nanoTime();
                var found = database.read(TRAIL::verify);
                System.out.printf(
                        "%-10s verify: %,d entries in %.1f s, %s%n",
                        engine,
                        found.entries(),
                        (System.nanoTime() - begin) / 1e9,
                        found.fault().isEmpty() ? "whole" : found.fault().get());
            }
        }
    }

    private static void append(String engine, Database database, int threads) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + EACH.toNanos();
        long begin = System.nanoTime();
        try (ExecutorService writers = Executors.newFixedThreadPool(threads)) {
            IntStream.range(0, threads)
                    .forEach(thread -> writers.execute(() -> {
                        while (System.nanoTime() < end) {
                            database.change(change -> TRAIL.add(change, event(done.get())));
                            done.incrementAndGet();
                        }
                    }));
        }
        System.out.printf(
                "%-10s one entry to a change, %3d threads: %,8.0f entries/s%n",
                engine, threads, done.get() * 1e9 / (System.nanoTime() - begin));
    }

    private static void batches(String engine, Database database) {
        long begin = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begin < EACH.toNanos()) {
            long first = count;
            database.change(change -> TRAIL.addAll(
                    change,
                    LongStream.range(first, first + BATCH)
                            .mapToObj(AuditBench::event)
                            .toList()));
            count += BATCH;
        }
        System.out.printf(
                "%-10s %d entries to a change, one thread: %,8.0f entries/s%n",
                engine, BATCH, count * 1e9 / (System.nanoTime() - begin));
    }

    private static void fill(String engine, Database database, TestClock clock, long entries) {
        long begin = System.nanoTime();
        long have = database.read(TRAIL::head).number();
        int batch = 20 * BATCH;
        for (long number = have; number < entries; number += batch) {
            long first = number;
            clock.move(Duration.ofMinutes(20));
            database.change(change -> TRAIL.addAll(
                    change,
                    LongStream.range(first, Math.min(entries, first + batch))
                            .mapToObj(AuditBench::event)
                            .toList()));
        }
        System.out.printf(
                "%-10s filled to %,d entries in %.0f s%n",
                engine, database.read(TRAIL::head).number(), (System.nanoTime() - begin) / 1e9);
    }

    private static void pages(String engine, Database database) {
        LocalDate day = LocalDate.parse("2016-01-03");
        AuditQuery all = AuditQuery.everything();
        Map<String, AuditQuery> asked = new LinkedHashMap<>();
        asked.put("the newest", all);
        asked.put("in the middle", all.before(2_500_000));
        asked.put("one thing", all.subject("hazardous-area", "area-77"));
        asked.put("one actor", all.by("actor-42"));
        asked.put("one State", all.state(new StateCode("XAB")));
        asked.put("a common action", all.action("changed"));
        asked.put("a rare action", all.action("removed"));
        asked.put("an action nobody did", all.action("nothing"));
        asked.put("a day", all.from(day).until(day));
        asked.put("a day without entries", all.from(LocalDate.parse("2030-01-01")));
        asked.put("an actor's rare action", all.by("actor-42").action("removed"));
        asked.put("a State's common action", all.state(new StateCode("XAB")).action("changed"));
        asked.put("two common ones that never meet", all.action("changed").subjectKind("never-changed"));
        asked.put(
                "everything at once",
                all.by("actor-42")
                        .action("changed")
                        .state(new StateCode("XAB"))
                        .from(day)
                        .until(day.plusDays(1)));
        asked.forEach((name, query) -> {
            double[] times = new double[40];
            int found = 0;
            for (int round = 0; round < times.length; round++) {
                long begin = System.nanoTime();
                found = database.read(sql -> TRAIL.page(sql, query, 50))
                        .entries()
                        .size();
                times[round] = (System.nanoTime() - begin) / 1e6;
            }
            double first = times[0];
            Arrays.sort(times);
            System.out.printf(
                    "%-10s page, %-32s %2d entries: p50 %5.1f ms, p95 %5.1f ms, first %5.1f ms%n",
                    engine, name, found, times[20], times[37], first);
        });
    }

    private static AuditEvent event(long number) {
        boolean rare = number % 100_000 == 7;
        boolean change = number % 3 == 0;
        return new AuditEvent(
                "actor-" + number % 10_007 % 10_000,
                rare ? "removed" : change ? "changed" : "read",
                number % 3 == 1 ? "never-changed" : "hazardous-area",
                "area-" + number % 400_009,
                Optional.of(new StateCode("XA" + (char) ('A' + number % 23))),
                change ? Optional.of("Survey of " + number) : Optional.empty(),
                change
                        ? List.of(
                                new Change("areaSquareMetres", Optional.of("" + number), Optional.of("" + number / 2)),
                                new Change("status", Optional.of("suspected"), Optional.of("confirmed")))
                        : List.of());
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
