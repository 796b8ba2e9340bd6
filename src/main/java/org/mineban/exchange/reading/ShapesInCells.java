package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.SourceRecord;
import org.mineban.geography.Projection;

/**
 * Shapes that stand as texts in a column of a table: well-known text, as other programs export it, or the points of ODK and Kobo forms, "latitude longitude
 * height accuracy", divided by semicolons.
 */
final class ShapesInCells {

    private static final String NUMBER = "-?\\d{1,3}(?:\\.\\d+)?";
    private static final Pattern ODK =
            Pattern.compile("\\s*" + NUMBER + "\\s+" + NUMBER + "\\s+-?[\\d.eE-]+(?:\\s+-?[\\d.eE-]+)?"
                    + "(?:\\s*;\\s*(?:" + NUMBER + "\\s+" + NUMBER + "(?:\\s+-?[\\d.eE-]+){1,2})?)*\\s*");
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "(?is)\\s*(?:SRID=\\d+;)?\\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\\s*(?:Z|M|ZM)?\\s*(?:\\(.*|EMPTY)\\s*");

    private final String column;
    private final boolean odk;
    private final int most;

    private ShapesInCells(String column, boolean odk, int most) {
        this.column = column;
        this.odk = odk;
        this.most = most;
    }

    /** The first column whose cells, as far as these records go, are all shapes or blank. */
    static Optional<ShapesInCells> find(List<String> columns, List<SourceRecord> sample, int most) {
        for (String column : columns) {
            List<String> texts = sample.stream()
                    .map(record -> record.cells().text(column))
                    .filter(text -> !text.isBlank())
                    .toList();
            if (texts.isEmpty()) {
                continue;
            }
            if (texts.stream().allMatch(text -> WELL_KNOWN.matcher(text).matches())) {
                return Optional.of(new ShapesInCells(column, false, most));
            }
            if (texts.stream().allMatch(text -> text.length() < 1_000_000 && odk(text))) {
                return Optional.of(new ShapesInCells(column, true, most));
            }
        }
        return Optional.empty();
    }

    /** The pattern is tried on each point by itself: on a text of many points it would go too deep. */
    private static boolean odk(String text) {
        return Pattern.compile(";")
                .splitAsStream(text)
                .allMatch(point -> point.isBlank() || ODK.matcher(point).matches());
    }

    ReadingFinding finding() {
        return new ReadingFinding(Kind.GEOMETRY_FROM_COLUMN, Map.of("column", column));
    }

    SourceRecord with(SourceRecord record) {
        String text = record.cells().text(column);
        if (text.isBlank()) {
            return record;
        }
        RawShape shape = new RawShape(most);
        String problem = odk ? readOdk(text, shape) : readWellKnown(text, shape);
        List<ReadingFinding> findings = new ArrayList<>(record.findings());
        if (!problem.isEmpty()) {
            findings.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", problem)));
            return new SourceRecord(
                    record.position(),
                    record.line(),
                    record.cells(),
                    null,
                    new org.mineban.exchange.OriginalGeometry("", text, null),
                    findings,
                    record.geometryFindings());
        }
        RawShape.Made made = shape.make(Projection.WGS_84, "EPSG:4326");
        Geometry geometry = made.geometry();
        if (geometry == null && shape.count() == 0) {
            geometry = org.mineban.geography.ShapeBuilder.FACTORY.createPolygon();
        }
        return new SourceRecord(
                record.position(),
                record.line(),
                record.cells(),
                geometry,
                new org.mineban.exchange.OriginalGeometry("EPSG:4326", text, null),
                findings,
                made.findings());
    }

    private String readOdk(String text, RawShape shape) {
        if (!odk(text)) {
            return shortened(text);
        }
        List<String[]> points = Pattern.compile(";")
                .splitAsStream(text)
                .filter(point -> !point.isBlank())
                .map(point -> point.strip().split("\\s+", -1))
                .toList();
        for (String[] point : points) {
            double height = Double.parseDouble(point[2]);
            shape.add(Double.parseDouble(point[1]), Double.parseDouble(point[0]), height == 0 ? Double.NaN : height);
        }
        if (points.size() == 1) {
            shape.endPoints();
            return "";
        }
        String[] first = points.getFirst();
        String[] last = points.getLast();
        boolean closed = points.size() > 3 && first[0].equals(last[0]) && first[1].equals(last[1]);
        if (closed || column.toLowerCase(Locale.ROOT).contains("shape")) {
            shape.endPolygon(List.of(points.size()));
        } else {
            shape.endLine();
        }
        return "";
    }

    private static String readWellKnown(String text, RawShape shape) {
        try {
            String plain = text.strip().replaceFirst("(?i)^SRID=4326;", "");
            add(new WKTReader().read(plain), shape);
            return "";
        } catch (ParseException | IllegalArgumentException unreadable) {
            // Rings that are not closed stop the library; the points can still be read one by one.
            return PolygonText.read(text, shape) ? "" : shortened(text);
        }
    }

    private static void add(Geometry geometry, RawShape shape) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            switch (part) {
                case Polygon polygon -> {
                    List<Integer> ends = new ArrayList<>();
                    points(polygon.getExteriorRing(), shape);
                    ends.add(shape.count());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        points(polygon.getInteriorRingN(hole), shape);
                        ends.add(shape.count());
                    }
                    shape.endPolygon(ends);
                }
                case LineString line -> {
                    points(line, shape);
                    shape.endLine();
                }
                case org.locationtech.jts.geom.Point point -> {
                    points(point, shape);
                    shape.endPoints();
                }
                default -> {
                    if (part.getNumGeometries() > 1) {
                        add(part, shape);
                    }
                }
            }
        }
    }

    private static void points(Geometry line, RawShape shape) {
        for (Coordinate point : line.getCoordinates()) {
            shape.add(point.x, point.y, point.getZ());
        }
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
