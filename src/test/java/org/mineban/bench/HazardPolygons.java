package org.mineban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.FeatureWriter;
import org.mineban.geography.Geodesy;
import org.mineban.geography.ShapeBuilder;

/**
 * Writes many made-up hazardous areas, always the same ones for the same number: 5 to 24 corners, 20 m to 400 m wide, of which one in a hundred crosses
 * itself and one in two hundred has no place. Run by {@code bench/shapes}.
 */
public final class HazardPolygons {

    private static final List<String> CLASSES = List.of("SHA", "CHA");

    private HazardPolygons() {}

    /** Writes so many areas to a file, in the format of its ending. */
    public static void write(Path file, int count) throws IOException {
        List<ExportColumn> columns = List.of(
                ExportColumn.text("code"),
                ExportColumn.text("class"),
                ExportColumn.text("status"),
                ExportColumn.text("contamination"),
                ExportColumn.text("evidence"),
                new ExportColumn("discovered_on", ExportColumn.Kind.DAY),
                new ExportColumn("area_stated_m2", ExportColumn.Kind.DECIMAL));
        ExportNotes notes =
                new ExportNotes("Made-up areas", LocalDate.of(2026, 11, 24), "CC0", "all", "public", "Made up.");
        Random random = new Random(20261124);
        try (FeatureWriter writer = FeatureWriter.create(file, "areas", columns, notes)) {
            for (int i = 0; i < count; i++) {
                List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                        "XAA-" + i,
                        CLASSES.get(random.nextInt(2)),
                        "OPEN",
                        random.nextInt(5) == 0 ? "AP_MINE,UXO" : "AP_MINE",
                        "VISUAL",
                        LocalDate.of(1996, 1, 1).plusDays(random.nextInt(10_000))));
                Polygon shape = shape(random);
                values.add(Math.round(Geodesy.area(shape) * (95 + random.nextInt(11))) / 100.0);
                writer.add(values, random.nextInt(200) == 0 ? null : shape);
            }
            writer.finish();
        }
    }

    private static Polygon shape(Random random) {
        double longitude = 17.0 + 1.3 * random.nextDouble();
        double latitude = 43.7 + 1.1 * random.nextDouble();
        int corners = 5 + random.nextInt(20);
        double radius = 0.0001 + 0.0018 * random.nextDouble() * random.nextDouble();
        Coordinate[] points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / corners;
            double out = radius * (0.5 + 0.5 * random.nextDouble());
            points[i] = new Coordinate(longitude + out * Math.cos(turn) * 1.4, latitude + out * Math.sin(turn));
        }
        if (random.nextInt(100) == 0) {
            Coordinate kept = points[1];
            points[1] = points[corners / 2];
            points[corners / 2] = kept;
        }
        points[corners] = points[0];
        return ShapeBuilder.FACTORY.createPolygon(points);
    }
}
