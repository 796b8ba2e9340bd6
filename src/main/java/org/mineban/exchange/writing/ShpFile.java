package org.mineban.exchange.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The three files of a Shapefile of one kind of shape. */
final class ShpFile {

    /** Which shapes a Shapefile holds. */
    enum Kind {
        POLYGON(5),
        LINE(3),
        POINT(8);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(@Nullable Geometry shape) {
            if (shape == null || shape.isEmpty() || shape.getDimension() == 2) {
                return POLYGON;
            }
            return shape.getDimension() == 1 ? LINE : POINT;
        }

        String suffix() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;
    private final Kind kind;
    private final DbfColumns columns;
    private final OutputStream shp;
    private final OutputStream shx;
    private final OutputStream dbf;
    private final Envelope box = new Envelope();
    private long length = 100;
    private int rows;

    ShpFile(Path folder, Kind kind, DbfColumns columns) throws IOException {
        this.folder = folder;
        this.kind = kind;
        this.columns = columns;
        shp = new BufferedOutputStream(Files.newOutputStream(part("shp")));
        shx = new BufferedOutputStream(Files.newOutputStream(part("shx")));
        dbf = new BufferedOutputStream(Files.newOutputStream(part("dbf")));
        shp.write(new byte[100]);
        shx.write(new byte[100]);
        dbf.write(columns.header(0));
    }

    Kind kind() {
        return kind;
    }

    Path part(String ending) {
        return folder.resolve(kind.name() + "." + ending);
    }

    void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        byte[] body = shape == null || shape.isEmpty() ? new byte[4] : body(shape);
        ByteBuffer head = ByteBuffer.allocate(8);
        head.putInt(++rows).putInt(body.length / 2);
        shp.write(head.array());
        shp.write(body);
        ByteBuffer place = ByteBuffer.allocate(8);
        place.putInt((int) (length / 2)).putInt(body.length / 2);
        shx.write(place.array());
        length += 8 + body.length;
        if (length > Integer.MAX_VALUE) {
            throw new IOException("a Shapefile holds two gigabytes at most");
        }
        columns.row(values, dbf);
    }

    private byte[] body(Geometry shape) {
        Envelope around = shape.getEnvelopeInternal();
        box.expandToInclude(around);
        if (kind == Kind.POINT) {
            var points = shape.getCoordinates();
            byte[] bytes = new byte[40 + 16 * points.length];
            ByteBuffer body = start(around, bytes);
            body.putInt(points.length);
            for (var point : points) {
                body.putDouble(point.x).putDouble(point.y);
            }
            return bytes;
        }
        List<CoordinateSequence> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(Rings.turned(polygon.getExteriorRing(), false));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    parts.add(Rings.turned(polygon.getInteriorRingN(hole), true));
                }
            } else if (part instanceof LineString line) {
                parts.add(line.getCoordinateSequence());
            }
        }
        int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
        byte[] bytes = new byte[44 + 4 * parts.size() + 16 * points];
        ByteBuffer body = start(around, bytes);
        body.putInt(parts.size()).putInt(points);
        int at = 0;
        for (CoordinateSequence part : parts) {
            body.putInt(at);
            at += part.size();
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                body.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
        return bytes;
    }

    private ByteBuffer start(Envelope around, byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(kind.code);
        body.putDouble(around.getMinX()).putDouble(around.getMinY());
        body.putDouble(around.getMaxX()).putDouble(around.getMaxY());
        return body;
    }

    /** Completes the three files. */
    void finish() throws IOException {
        dbf.write(0x1A);
        close();
        header(part("shp"), length);
        header(part("shx"), 100 + 8L * rows);
        try (RandomAccessFile table = new RandomAccessFile(part("dbf").toFile(), "rw")) {
            table.write(columns.header(rows));
        }
    }

    private void header(Path file, long size) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(0, 9994).putInt(24, (int) (size / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, kind.code);
        if (!box.isNull()) {
            header.putDouble(36, box.getMinX()).putDouble(44, box.getMinY());
            header.putDouble(52, box.getMaxX()).putDouble(60, box.getMaxY());
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header.array());
        }
    }

    void close() throws IOException {
        shp.close();
        shx.close();
        dbf.close();
    }

    /** Takes its files away. */
    void delete() throws IOException {
        close();
        for (String ending : List.of("shp", "shx", "dbf")) {
            Files.deleteIfExists(part(ending));
        }
    }
}
