package org.mineban.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceFile;
import org.mineban.exchange.SourceRecord;
import org.mineban.geography.CheckSettings;
import org.mineban.geography.CheckedShape;
import org.mineban.geography.GeometryChecks;

/** How long it takes to read many polygons, and to check and measure each of them. Run by {@code bench/shapes [polygons] [ending]}. */
public final class ShapesBench {

    private static final int BATCH = 500;

    private ShapesBench() {}

    /** What a pass saw. */
    private record Seen(long records, long findings, long invalid, double area) {

        Seen plus(Seen other) {
            return new Seen(
                    records + other.records, findings + other.findings, invalid + other.invalid, area + other.area);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String ending = arguments.length > 1 ? arguments[1] : "geojson";
        Path file = Files.createTempDirectory("shapes").resolve("areas." + ending);
        try {
            long start = System.nanoTime();
            HazardPolygons.write(file, count);
            say("writing " + count + " polygons, " + Files.size(file) / 1_000_000 + " MB", start);
            for (int round = 0; round < 3; round++) {
                start = System.nanoTime();
                say("reading alone: " + read(file, false), start);
                start = System.nanoTime();
                say("reading, checks and areas, one thread: " + read(file, true), start);
                start = System.nanoTime();
                say("reading, checks and areas, two threads: " + together(file), start);
            }
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.out.printf(Locale.ROOT, "peak of the heap: %d MB%n", peak >> 20);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        }
    }

    private static void say(String what, long start) {
        System.out.printf(Locale.ROOT, "%.1f s %s%n", (System.nanoTime() - start) / 1e9, what);
    }

    private static Seen read(Path file, boolean checked) {
        Seen seen = new Seen(0, 0, 0, 0);
        try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL);
                RecordStream records = source.records()) {
            while (records.hasNext()) {
                SourceRecord record = records.next();
                seen = seen.plus(checked ? check(record) : new Seen(1, 0, 0, 0));
            }
        }
        return seen;
    }

    private static Seen check(SourceRecord record) {
        CheckedShape shape = GeometryChecks.check(record.geometry(), CheckSettings.USUAL);
        return new Seen(1, shape.findings().size(), shape.valid() ? 0 : 1, shape.area());
    }

    /** One thread reads, this one and the other check: nothing but batches goes between them. */
    private static Seen together(Path file) throws IOException, InterruptedException, ExecutionException {
        BlockingQueue<List<SourceRecord>> batches = new ArrayBlockingQueue<>(8);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Seen> checked = other.submit(() -> {
                Seen seen = new Seen(0, 0, 0, 0);
                for (List<SourceRecord> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
                    for (SourceRecord record : batch) {
                        seen = seen.plus(check(record));
                    }
                }
                return seen;
            });
            Seen own = new Seen(0, 0, 0, 0);
            try (SourceFile source = SourceFile.open(file, ReadingLimits.USUAL);
                    RecordStream records = source.records()) {
                List<SourceRecord> batch = new ArrayList<>(BATCH);
                while (records.hasNext()) {
                    batch.add(records.next());
                    if (batch.size() == BATCH) {
                        if (!batches.offer(batch)) {
                            for (SourceRecord record : batch) {
                                own = own.plus(check(record));
                            }
                        }
                        batch = new ArrayList<>(BATCH);
                    }
                }
                for (SourceRecord record : batch) {
                    own = own.plus(check(record));
                }
            }
            batches.put(List.of());
            return own.plus(checked.get());
        }
    }
}
