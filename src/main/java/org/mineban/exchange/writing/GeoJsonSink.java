package org.mineban.exchange.writing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import tools.jackson.core.io.JsonStringEncoder;

/** GeoJSON by RFC 7946: seven decimals, shells against the clock, no coordinate system; the notes are a member of their own. */
final class GeoJsonSink implements FeatureSink {

    private final Writer out;
    private final List<ExportColumn> columns;
    private final StringBuilder text = new StringBuilder(4096);
    private boolean any;

    GeoJsonSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.columns = columns;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        text.append("{\"type\":\"FeatureCollection\",\"name\":");
        quoted(layer);
        text.append(",\"about\":{");
        boolean first = true;
        for (Map.Entry<String, String> note : notes.asMap().entrySet()) {
            text.append(first ? "" : ",");
            quoted(note.getKey());
            text.append(':');
            quoted(note.getValue());
            first = false;
        }
        text.append("},\"features\":[");
        flush();
    }

    private void flush() throws IOException {
        out.append(text);
        text.setLength(0);
    }

    private void quoted(String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        text.append(any ? ",\n" : "\n").append("{\"type\":\"Feature\",\"properties\":{");
        any = true;
        for (int i = 0; i < columns.size(); i++) {
            text.append(i > 0 ? "," : "");
            quoted(columns.get(i).name());
            text.append(':');
            Object value = values.get(i);
            switch (value) {
                case null -> text.append("null");
                case Number number -> text.append(Rings.words(number));
                case Boolean truth -> text.append(truth);
                default -> quoted(value.toString());
            }
        }
        text.append("},\"geometry\":");
        if (shape == null) {
            text.append("null");
        } else {
            shape(shape);
        }
        text.append('}');
        flush();
    }

    private void shape(Geometry shape) {
        String type = shape.getGeometryType().equals("LinearRing") ? "LineString" : shape.getGeometryType();
        text.append("{\"type\":\"").append(type);
        if (type.equals("GeometryCollection")) {
            text.append("\",\"geometries\":[");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                text.append(i > 0 ? "," : "");
                shape(shape.getGeometryN(i));
            }
            text.append("]}");
            return;
        }
        text.append("\",\"coordinates\":");
        if (shape instanceof GeometryCollection) {
            text.append('[');
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                text.append(i > 0 ? "," : "");
                coordinates(shape.getGeometryN(i));
            }
            text.append(']');
        } else {
            coordinates(shape);
        }
        text.append('}');
    }

    private void coordinates(Geometry shape) {
        if (shape.isEmpty()) {
            text.append("[]");
            return;
        }
        switch (shape) {
            case Point point -> position(point.getCoordinateSequence(), 0);
            case LineString line -> list(line.getCoordinateSequence());
            case Polygon polygon -> {
                text.append('[');
                list(Rings.turned(polygon.getExteriorRing(), true));
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    text.append(',');
                    list(Rings.turned(polygon.getInteriorRingN(i), false));
                }
                text.append(']');
            }
            default -> text.append("[]");
        }
    }

    private void list(CoordinateSequence points) {
        text.append('[');
        for (int i = 0; i < points.size(); i++) {
            text.append(i > 0 ? "," : "");
            position(points, i);
        }
        text.append(']');
    }

    private void position(CoordinateSequence points, int i) {
        text.append('[');
        Rings.append(text, points.getX(i));
        text.append(',');
        Rings.append(text, points.getY(i));
        text.append(']');
    }

    @Override
    public void finish() throws IOException {
        out.write("\n]}\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
