package org.mineban.exchange.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.OriginalGeometry;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.GeometryFinding;
import org.mineban.geography.Projection;
import org.mineban.geography.ShapeBuilder;

/**
 * The points of a shape as a file gives them, before anybody judges them. It is filled part by part, with a bound on how many points it takes, and then made
 * into a shape on WGS 84 and the original beside it.
 */
final class RawShape {

    private enum Kind {
        POINT,
        LINE,
        POLYGON
    }

    private record Part(Kind kind, List<Integer> ends) {}

    private final int most;
    private double[] points = new double[32];
    private double[] heights = {};
    private int count;
    private boolean tooMany;
    private final List<Part> parts = new ArrayList<>(1);

    RawShape(int most) {
        this.most = most;
    }

    /** Adds a point to the ring or line that is being filled. */
    void add(double x, double y) {
        add(x, y, Double.NaN);
    }

    /** Adds a point with a height. */
    void add(double x, double y, double z) {
        if (count >= most) {
            tooMany = true;
            return;
        }
        if (2 * count == points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        if (!Double.isNaN(z) || heights.length > 0) {
            if (heights.length < points.length / 2) {
                int before = heights.length;
                heights = Arrays.copyOf(heights, points.length / 2);
                Arrays.fill(heights, before, heights.length, Double.NaN);
            }
            heights[count] = z;
        }
        points[2 * count] = x;
        points[2 * count + 1] = y;
        count++;
    }

    int count() {
        return count;
    }

    /** It is larger than is read, whatever was added. */
    void refuse() {
        tooMany = true;
    }

    boolean full() {
        return tooMany;
    }

    /** The points added since the last part are single ones. */
    void endPoints() {
        parts.add(new Part(Kind.POINT, List.of(count)));
    }

    /** The points added since the last part are a line. */
    void endLine() {
        endLineAt(count);
    }

    /** The points since the last part, up to that number of points, are a line. */
    void endLineAt(int end) {
        parts.add(new Part(Kind.LINE, List.of(end)));
    }

    /** The points added since the last part are a polygon, whose rings end at these numbers of points. */
    void endPolygon(List<Integer> ends) {
        parts.add(new Part(Kind.POLYGON, List.copyOf(ends)));
    }

    /** What a record holds of it. */
    record Made(@Nullable Geometry geometry, @Nullable OriginalGeometry original, List<GeometryFinding> findings) {

        static final Made NOTHING = new Made(null, null, List.of());
    }

    /**
     * The shape. Without a projection the coordinates cannot be placed: then there is the original only.
     *
     * @param system what the file calls its coordinate system
     */
    Made make(@Nullable Projection projection, String system) {
        if (tooMany) {
            GeometryFinding finding = new GeometryFinding(GeometryFault.TOO_MANY_POINTS, null, Map.of("most", most));
            return new Made(null, new OriginalGeometry(system, null, null), List.of(finding));
        }
        if (projection == null) {
            return new Made(null, new OriginalGeometry(system, text(), null), List.of());
        }
        if (projection.same() && heights.length == 0) {
            ShapeBuilder builder = new ShapeBuilder();
            Geometry shape = build(builder, points);
            // A ring that could not be built is in no shape: its points are kept as text.
            boolean whole = shape != null && builder.findings().isEmpty();
            return new Made(
                    shape,
                    new OriginalGeometry(system, whole ? null : text(), whole ? shape : null),
                    builder.findings());
        }
        String written = text();
        double[] placed = Arrays.copyOf(points, 2 * count);
        projection.place(placed, count);
        ShapeBuilder builder = new ShapeBuilder();
        Geometry shape = build(builder, placed);
        if (heights.length > 0) {
            builder.heightsLeftOut();
        }
        return new Made(shape, new OriginalGeometry(system, written, null), builder.findings());
    }

    private @Nullable Geometry build(ShapeBuilder builder, double[] xy) {
        int from = 0;
        for (Part part : parts) {
            int end = part.ends().isEmpty() ? from : part.ends().getLast();
            switch (part.kind()) {
                case POINT -> {
                    for (int i = from; i < end; i++) {
                        builder.point(xy[2 * i], xy[2 * i + 1]);
                    }
                }
                case LINE -> builder.line(Arrays.copyOfRange(xy, 2 * from, 2 * end), end - from);
                case POLYGON -> {
                    List<double[]> rings = new ArrayList<>(part.ends().size());
                    int start = from;
                    for (int ringEnd : part.ends()) {
                        rings.add(Arrays.copyOfRange(xy, 2 * start, 2 * ringEnd));
                        start = ringEnd;
                    }
                    builder.polygon(rings);
                }
            }
            from = end;
        }
        return builder.build();
    }

    /** As well-known text, whatever is wrong with it. */
    private String text() {
        StringBuilder text = new StringBuilder();
        if (parts.size() > 1) {
            text.append("GEOMETRYCOLLECTION (");
        }
        int from = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            text.append(p > 0 ? ", " : "");
            int end = part.ends().isEmpty() ? from : part.ends().getLast();
            String dimension = heights.length > 0 ? " Z " : " ";
            switch (part.kind()) {
                case POINT ->
                    list(text.append(end - from == 1 ? "POINT" : "MULTIPOINT").append(dimension), from, end);
                case LINE -> list(text.append("LINESTRING").append(dimension), from, end);
                case POLYGON -> {
                    text.append("POLYGON").append(dimension).append('(');
                    int start = from;
                    for (int ringEnd : part.ends()) {
                        text.append(start > from ? ", " : "");
                        list(text, start, ringEnd);
                        start = ringEnd;
                    }
                    text.append(')');
                }
            }
            from = end;
        }
        return text.append(parts.size() > 1 ? ")" : "").toString();
    }

    private void list(StringBuilder text, int from, int end) {
        text.append('(');
        for (int i = from; i < end; i++) {
            text.append(i > from ? ", " : "")
                    .append(number(points[2 * i]))
                    .append(' ')
                    .append(number(points[2 * i + 1]));
            if (heights.length > 0) {
                text.append(' ').append(i < heights.length ? number(heights[i]) : "NaN");
            }
        }
        text.append(')');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
