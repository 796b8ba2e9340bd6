package org.mineban.exchange.writing;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/** FlatGeobuf, without a spatial index, so that it can be written row by row; the notes are its description. */
final class FlatGeobufSink implements FeatureSink {

    private final Path file;
    private final Path rows;
    private final OutputStream out;
    private final String layer;
    private final List<ExportColumn> columns;
    private final ExportNotes notes;
    private final Envelope box = new Envelope();
    private long count;

    FlatGeobufSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.file = file;
        this.layer = layer;
        this.columns = columns;
        this.notes = notes;
        // The header says how many rows there are, and in which box: they are written first.
        rows = file.resolveSibling(file.getFileName() + ".rows");
        out = new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16);
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder(1024);
        int geometry = 0;
        if (shape != null && !shape.isEmpty()) {
            box.expandToInclude(shape.getEnvelopeInternal());
            geometry = geometry(builder, shape);
        }
        byte[] properties = properties(values);
        int vector = properties.length == 0 ? 0 : Feature.createPropertiesVector(builder, properties);
        Feature.startFeature(builder);
        if (geometry != 0) {
            Feature.addGeometry(builder, geometry);
        }
        if (vector != 0) {
            Feature.addProperties(builder, vector);
        }
        builder.finishSizePrefixed(Feature.endFeature(builder));
        out.write(builder.sizedByteArray());
        count++;
    }

    private static int type(Geometry shape) {
        return switch (shape) {
            case Point ignored -> 1;
            case LineString ignored -> 2;
            case Polygon ignored -> 3;
            case MultiPoint ignored -> 4;
            case MultiLineString ignored -> 5;
            case MultiPolygon ignored -> 6;
            default -> 7;
        };
    }

    private static int geometry(FlatBufferBuilder builder, Geometry shape) {
        int type = type(shape);
        if (type == 6 || (type == 7 && shape instanceof GeometryCollection)) {
            int[] parts = new int[shape.getNumGeometries()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = geometry(builder, shape.getGeometryN(i));
            }
            int vector = org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
            org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
            org.wololo.flatgeobuf.generated.Geometry.addParts(builder, vector);
            org.wololo.flatgeobuf.generated.Geometry.addType(builder, type);
            return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
        }
        double[] points = new double[2 * shape.getNumPoints()];
        long[] ends = ends(shape, points);
        int xy = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, points);
        int vector = ends.length > 1 ? org.wololo.flatgeobuf.generated.Geometry.createEndsVector(builder, ends) : 0;
        org.wololo.flatgeobuf.generated.Geometry.startGeometry(builder);
        if (vector != 0) {
            org.wololo.flatgeobuf.generated.Geometry.addEnds(builder, vector);
        }
        org.wololo.flatgeobuf.generated.Geometry.addXy(builder, xy);
        org.wololo.flatgeobuf.generated.Geometry.addType(builder, type);
        return org.wololo.flatgeobuf.generated.Geometry.endGeometry(builder);
    }

    /** Fills the points; answers where each ring or line ends. */
    private static long[] ends(Geometry shape, double[] points) {
        if (shape instanceof Polygon polygon) {
            long[] ends = new long[1 + polygon.getNumInteriorRing()];
            int at = fill(points, 0, Rings.turned(polygon.getExteriorRing(), true));
            ends[0] = at;
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                at = fill(points, at, Rings.turned(polygon.getInteriorRingN(i), false));
                ends[i + 1] = at;
            }
            return ends;
        }
        if (shape instanceof MultiLineString lines) {
            long[] ends = new long[lines.getNumGeometries()];
            int at = 0;
            for (int i = 0; i < ends.length; i++) {
                at = fill(points, at, ((LineString) lines.getGeometryN(i)).getCoordinateSequence());
                ends[i] = at;
            }
            return ends;
        }
        var all = shape.getCoordinates();
        for (int i = 0; i < all.length; i++) {
            points[2 * i] = all[i].x;
            points[2 * i + 1] = all[i].y;
        }
        return new long[] {all.length};
    }

    private static int fill(double[] points, int at, org.locationtech.jts.geom.CoordinateSequence sequence) {
        for (int i = 0; i < sequence.size(); i++) {
            points[2 * (at + i)] = sequence.getX(i);
            points[2 * (at + i) + 1] = sequence.getY(i);
        }
        return at + sequence.size();
    }

    private byte[] properties(List<@Nullable Object> values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                continue;
            }
            data.writeShort(Short.reverseBytes((short) i));
            switch (columns.get(i).kind()) {
                case INTEGER -> data.writeLong(Long.reverseBytes(((Number) value).longValue()));
                case DECIMAL ->
                    data.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(((Number) value).doubleValue())));
                case YES_NO -> data.writeByte((Boolean) value ? 1 : 0);
                case DAY, TEXT -> {
                    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                    data.writeInt(Integer.reverseBytes(text.length));
                    data.write(text);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static int columnType(ExportColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> ColumnType.String;
            case INTEGER -> ColumnType.Long;
            case DECIMAL -> ColumnType.Double;
            case DAY -> ColumnType.DateTime;
            case YES_NO -> ColumnType.Bool;
        };
    }

    private byte[] header() {
        FlatBufferBuilder builder = new FlatBufferBuilder(4096);
        int[] offsets = new int[columns.size()];
        for (int i = 0; i < offsets.length; i++) {
            int name = builder.createString(columns.get(i).name());
            Column.startColumn(builder);
            Column.addName(builder, name);
            Column.addType(builder, columnType(columns.get(i).kind()));
            offsets[i] = Column.endColumn(builder);
        }
        int vector = Header.createColumnsVector(builder, offsets);
        int organization = builder.createString("EPSG");
        Crs.startCrs(builder);
        Crs.addOrg(builder, organization);
        Crs.addCode(builder, 4326);
        int crs = Crs.endCrs(builder);
        int name = builder.createString(layer);
        int title = builder.createString(notes.title());
        int description = builder.createString(notes.asText());
        int around = box.isNull()
                ? 0
                : Header.createEnvelopeVector(
                        builder, new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
        Header.startHeader(builder);
        Header.addName(builder, name);
        if (around != 0) {
            Header.addEnvelope(builder, around);
        }
        Header.addGeometryType(builder, 0);
        Header.addColumns(builder, vector);
        Header.addFeaturesCount(builder, count);
        Header.addIndexNodeSize(builder, 0);
        Header.addCrs(builder, crs);
        Header.addTitle(builder, title);
        Header.addDescription(builder, description);
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    @Override
    public void finish() throws IOException {
        out.close();
        try (FileChannel target = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream start = Channels.newOutputStream(target)) {
            ByteBuffer magic = ByteBuffer.wrap(Constants.MAGIC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            start.write(magic.array());
            start.write(header());
            Files.copy(rows, start);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(rows);
    }
}
