package org.mineban.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.mineban.geography.Severity;
import org.mineban.operations.CheckAnswer;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Checks;
import org.mineban.operations.Content;
import org.mineban.operations.CountryPlace;
import org.mineban.operations.Dictionary;
import org.mineban.operations.Examined;
import org.mineban.operations.Fields;
import org.mineban.operations.Kind;
import org.mineban.operations.Shapes;

/**
 * How long every check of many hazardous areas takes, among each other: {@code bench/checks [AREAS]}. Areas are rings of 6 to 14 points, some hundred
 * metres wide, in a box of 10 by 10 degrees; a few of them overlap, cross themselves or have an area in another unit.
 */
public final class ChecksBench {

    private static final int ROUNDS = 3;

    private ChecksBench() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int areas = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Checks checks = new Checks();
        CheckContext context =
                CheckContext.on(LocalDate.of(2026, 11, 24), new Dictionary()).in(CountryPlace.inBox(10, 40, 20, 50));
        for (int round = 0; round < ROUNDS; round++) {
            List<Examined> records = records(areas);
            long start = System.nanoTime();
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            CheckAnswer answer = checks.ofBatch(records, context);
            System.out.printf(
                    "%,d areas: %.2f s, of them %.2f s of one core; findings that block %,d, to look at %,d, to know %,d%n",
                    answer.records(),
                    (System.nanoTime() - start) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9,
                    answer.count(Severity.BLOCKS),
                    answer.count(Severity.WARNS),
                    answer.count(Severity.INFORMS));
        }
    }

    private static List<Examined> records(int areas) {
        Random random = new Random(67);
        List<Examined> records = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            Polygon ring = ring(random, i % 50 == 0);
            Fields fields = Fields.of(Map.of(
                    "class",
                    i % 3 == 0 ? "CHA" : "SHA",
                    "status",
                    i % 5 == 0 ? "CLOSED_CANCELLED" : "OPEN",
                    "contamination",
                    "AP_MINE",
                    "evidence",
                    i % 3 == 0 ? "VISUAL" : "VERBAL",
                    "discovered_on",
                    "2019-05-03",
                    "reference",
                    "Place " + i,
                    "admin1",
                    "North",
                    "area_stated_m2",
                    i % 100 == 0 ? "5" : Long.toString(Math.round(100_000 * random.nextDouble()))));
            records.add(Examined.row(
                    new Content(
                            Kind.HAZARD,
                            "A-" + i,
                            LocalDate.of(2024, 1, 1),
                            fields,
                            Optional.of(Shapes.kept(ring)),
                            Optional.empty()),
                    "bench",
                    i + 2L,
                    true));
        }
        return records;
    }

    private static Polygon ring(Random random, boolean crossed) {
        double x = 10 + 10 * random.nextDouble();
        double y = 40 + 10 * random.nextDouble();
        int points = 6 + random.nextInt(9);
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double turn = 2 * Math.PI * i / points;
            double far = 0.001 + 0.001 * random.nextDouble();
            ring[i] = new Coordinate(
                    Math.round((x + far * Math.cos(turn)) * 1e6) / 1e6,
                    Math.round((y + far * Math.sin(turn)) * 1e6) / 1e6);
        }
        if (crossed) {
            Coordinate second = ring[1];
            ring[1] = ring[2];
            ring[2] = second;
        }
        ring[points] = ring[0];
        return new GeometryFactory().createPolygon(ring);
    }
}
