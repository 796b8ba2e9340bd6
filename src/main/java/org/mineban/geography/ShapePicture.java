package org.mineban.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A picture of a shape as SVG, north up, with places marked in it: to be put into a page as it is. It has a title and a description for those who do not
 * see it, and neither script nor style, but classes: {@code shape-picture}, {@code shape}, {@code corner}, {@code mark}, {@code other},
 * {@code label}.
 */
public final class ShapePicture {

    /** The key of the sentence that is its title. */
    public static final String TITLE = "shape.picture.title";

    /** The key of the sentence that describes it, with the values of {@link #values()}. */
    public static final String DESCRIPTION = "shape.picture.description";

    private static final double SIZE = 320;
    private static final double MARGIN = 16;
    private static final int MOST_CORNERS = 400;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final List<Geometry> shapes;
    private final List<Coordinate> marks;
    private final List<Label> labels;
    private final Envelope box;
    private final double squeeze;
    private final double scale;

    /** A name written beside a place. */
    public record Label(Coordinate place, String text) {}

    private ShapePicture(List<Geometry> shapes, List<Coordinate> marks, List<Label> labels) {
        this.shapes = shapes;
        this.marks = marks;
        this.labels = labels;
        box = new Envelope();
        shapes.forEach(shape -> box.expandToInclude(shape.getEnvelopeInternal()));
        marks.forEach(box::expandToInclude);
        labels.forEach(label -> box.expandToInclude(label.place()));
        if (box.isNull()) {
            box.expandToInclude(new Coordinate(0, 0));
        }
        squeeze = Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
        double larger = Math.max(box.getWidth() * squeeze, box.getHeight());
        scale = larger > 0 ? (SIZE - 2 * MARGIN) / larger : 1;
    }

    /** A picture of a shape with places marked in it. Places and points that are no numbers are left out of it. */
    public static ShapePicture of(Geometry shape, List<Coordinate> marks) {
        return of(List.of(shape), marks);
    }

    /** A picture of several shapes, the first of them the one that is meant. */
    public static ShapePicture of(List<Geometry> shapes, List<Coordinate> marks) {
        return new ShapePicture(
                shapes.stream()
                        .filter(shape ->
                                java.util.Arrays.stream(shape.getCoordinates()).allMatch(ShapePicture::drawable))
                        .toList(),
                marks.stream().filter(ShapePicture::drawable).toList(),
                List.of());
    }

    /** The same with names beside places, which may lie outside the shapes. */
    public ShapePicture named(List<Label> names) {
        return new ShapePicture(
                shapes,
                marks,
                names.stream().filter(name -> drawable(name.place())).toList());
    }

    private static boolean drawable(Coordinate point) {
        return Double.isFinite(point.x) && Double.isFinite(point.y);
    }

    /** The values of its description: points, width and height in metres, number of marks. */
    public java.util.Map<String, Object> values() {
        int points = shapes.isEmpty() ? 0 : shapes.getFirst().getNumPoints();
        double latitude = box.centre().y;
        return java.util.Map.of(
                "points",
                points,
                "width",
                Math.round(Geodesy.distance(
                        new Coordinate(box.getMinX(), latitude), new Coordinate(box.getMaxX(), latitude))),
                "height",
                Math.round(Geodesy.distance(
                        new Coordinate(box.getMinX(), box.getMinY()), new Coordinate(box.getMinX(), box.getMaxY()))),
                "marks",
                marks.size());
    }

    /** The picture as SVG, with that title and description, which are escaped here. */
    public String svg(String title, String description) {
        int number = NUMBERS.incrementAndGet();
        double width = Math.max(2 * MARGIN, box.getWidth() * squeeze * scale + 2 * MARGIN);
        double height = Math.max(2 * MARGIN, box.getHeight() * scale + 2 * MARGIN);
        StringBuilder svg = new StringBuilder(1024);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"shape-picture\" viewBox=\"0 0 %.1f %.1f\" width=\"%.0f\" height=\"%.0f\""
                        + " role=\"img\" aria-labelledby=\"shape-%d-title shape-%d-description\">",
                width,
                height,
                width,
                height,
                number,
                number));
        svg.append("<title id=\"shape-")
                .append(number)
                .append("-title\">")
                .append(escaped(title))
                .append("</title>");
        svg.append("<desc id=\"shape-")
                .append(number)
                .append("-description\">")
                .append(escaped(description))
                .append("</desc>");
        for (int i = shapes.size() - 1; i >= 0; i--) {
            draw(shapes.get(i), i == 0 ? "shape" : "other", svg);
        }
        if (!shapes.isEmpty() && shapes.getFirst().getNumPoints() <= MOST_CORNERS) {
            for (Coordinate corner : shapes.getFirst().getCoordinates()) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"corner\" cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>",
                        x(corner),
                        y(corner)));
            }
        }
        for (Coordinate mark : marks) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"8\" fill=\"none\" stroke=\"#b00020\" stroke-width=\"3\"/>",
                    x(mark),
                    y(mark)));
        }
        for (Label label : labels) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"corner\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/><text class=\"label\" x=\"%.1f\" y=\"%.1f\""
                            + " font-size=\"11\" text-anchor=\"%s\">%s</text>",
                    x(label.place()),
                    y(label.place()),
                    x(label.place()) > SIZE / 2 ? x(label.place()) - 5 : x(label.place()) + 5,
                    Math.max(11, y(label.place()) - 4),
                    x(label.place()) > SIZE / 2 ? "end" : "start",
                    escaped(label.text())));
        }
        return svg.append("</svg>").toString();
    }

    private void draw(Geometry shape, String kind, StringBuilder svg) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            switch (part) {
                case Polygon polygon -> {
                    StringBuilder path = new StringBuilder();
                    path(polygon.getExteriorRing(), path);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        path(polygon.getInteriorRingN(hole), path);
                    }
                    paths.add(path.toString());
                }
                case LineString line -> {
                    StringBuilder path = new StringBuilder();
                    path(line, path);
                    paths.add(path.toString());
                }
                case Point point -> {
                    if (!point.isEmpty()) {
                        svg.append(String.format(
                                Locale.ROOT,
                                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
                                kind,
                                x(point.getCoordinate()),
                                y(point.getCoordinate())));
                    }
                }
                default -> {
                    if (part.getNumGeometries() > 1) {
                        draw(part, kind, svg);
                    }
                }
            }
        }
        for (String path : paths) {
            svg.append("<path class=\"")
                    .append(kind)
                    .append("\" fill-rule=\"evenodd\" fill=\"#d9822b\" fill-opacity=\"")
                    .append(kind.equals("shape") && shape.getDimension() == 2 ? "0.35" : "0")
                    .append("\" stroke=\"#5c3a0b\" stroke-width=\"1.5\" d=\"")
                    .append(path)
                    .append("\"/>");
        }
    }

    private void path(LineString line, StringBuilder path) {
        Coordinate[] points = line.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(points[i]), y(points[i])));
        }
        path.append(line.isClosed() ? "Z" : "");
    }

    private double x(Coordinate point) {
        return MARGIN + (point.x - box.getMinX()) * squeeze * scale;
    }

    private double y(Coordinate point) {
        return MARGIN + (box.getMaxY() - point.y) * scale;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
