package org.mineban.exchange.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.Cells;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.exchange.SourceTable;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.Header;

/** FlatGeobuf, from end to end; its spatial index is passed over. */
final class FlatGeobufReader implements RecordReader {

    private static final int MOST_HEADER = 16 << 20;
    private static final int NODE = 40;
    private static final int DEEPEST = 16;

    private final Path file;
    private final ReadingLimits limits;
    private final Header header;
    private final long features;
    private final long start;
    private final SourceTable table;
    private final List<String> columns = new ArrayList<>();
    private final FileSystemOfCoordinates system;

    FlatGeobufReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        this.file = file;
        this.limits = limits;
        try (InputStream in = new BufferedInputStream(new CountedStream(file))) {
            in.skipNBytes(8);
            int size = size(in.readNBytes(4), MOST_HEADER);
            header = Header.getRootAsHeader(buffer(in.readNBytes(size)));
            features = header.featuresCount();
            start = 12L + size + index(features, header.indexNodeSize());
            if (header.columnsLength() > limits.columns()) {
                throw FileProblems.of(
                        "source-too-many-columns",
                        Map.of(
                                "file",
                                FileProblems.name(file),
                                "count",
                                header.columnsLength(),
                                "limit",
                                limits.columns()));
            }
            for (int i = 0; i < header.columnsLength(); i++) {
                columns.add(header.columns(i).name());
            }
            String name = header.name() == null || header.name().isBlank() ? FileProblems.name(file) : header.name();
            table = new SourceTable(name, Names.unique(columns), true);
            system = system(choices);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof org.mineban.kernel.ProblemException problem) {
                throw problem;
            }
            throw FileProblems.damaged(file, 0);
        }
    }

    /** Names of columns, each once. */
    private static final class Names {
        static List<String> unique(List<String> names) {
            return org.mineban.exchange.reading.Header.of(names).columns();
        }
    }

    private FileSystemOfCoordinates system(ReadingChoices choices) {
        Optional<FileSystemOfCoordinates> chosen = FileSystemOfCoordinates.chosen(choices);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Crs crs = header.crs();
        if (crs != null && crs.code() > 0) {
            return FileSystemOfCoordinates.said("EPSG:" + crs.code(), "EPSG:" + crs.code());
        }
        if (crs != null && crs.wkt() != null) {
            return FileSystemOfCoordinates.said(crs.wkt(), crs.name() == null ? "WKT" : crs.name());
        }
        return header.envelopeLength() == 4
                ? FileSystemOfCoordinates.unsaid(
                        header.envelope(0), header.envelope(1), header.envelope(2), header.envelope(3))
                : FileSystemOfCoordinates.unsaid(-180, -90, 180, 90);
    }

    private static int size(byte[] four, int most) throws IOException {
        if (four.length < 4) {
            throw new EOFException();
        }
        int size = buffer(four).getInt(0);
        if (size <= 0 || size > most) {
            throw new IOException("size " + size);
        }
        return size;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many bytes the index of so many features takes. */
    private static long index(long features, int nodeSize) {
        if (nodeSize < 2 || features <= 0) {
            return 0;
        }
        long nodes = features;
        long level = features;
        do {
            level = (level + nodeSize - 1) / nodeSize;
            nodes += level;
        } while (level != 1);
        return nodes * NODE;
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(table);
    }

    @Override
    public List<ReadingFinding> findings() {
        return system.findings();
    }

    @Override
    public RecordStream records(SourceTable wanted) {
        try {
            return new Pass();
        } catch (IOException e) {
            throw FileProblems.damaged(file, 0);
        }
    }

    private final class Pass extends PulledRecords {

        private final CountedStream counted;
        private final InputStream in;
        private final int mostBytes =
                (int) Math.min(Integer.MAX_VALUE - 8L, 64L * limits.vertices() + 16L * limits.cellCharacters());

        Pass() throws IOException {
            super(file, limits);
            counted = new CountedStream(file);
            in = new BufferedInputStream(counted, 1 << 16);
            in.skipNBytes(start);
        }

        @Override
        @Nullable
        SourceRecord pull(long position) throws IOException {
            byte[] prefix = in.readNBytes(4);
            if (prefix.length == 0) {
                if (features > 0 && position <= features) {
                    throw new EOFException();
                }
                return null;
            }
            int size = buffer(prefix.length < 4 ? new byte[4] : prefix).getInt(0);
            if (prefix.length < 4 || size <= 0) {
                throw new EOFException();
            }
            if (size > mostBytes) {
                in.skipNBytes(size);
                RawShape shape = new RawShape(limits.vertices());
                shape.refuse();
                RawShape.Made made = shape.make(null, system.name());
                return new SourceRecord(
                        position,
                        0,
                        Cells.NONE,
                        null,
                        made.original(),
                        List.of(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", size + " B"))),
                        made.findings());
            }
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size) {
                throw new EOFException();
            }
            return record(position, Feature.getRootAsFeature(buffer(bytes)));
        }

        private SourceRecord record(long position, Feature feature) {
            List<ReadingFinding> found = new ArrayList<>(0);
            Map<String, String> cells = properties(feature);
            RawShape.Made made = RawShape.Made.NOTHING;
            org.locationtech.jts.geom.Geometry empty = null;
            Geometry geometry = feature.geometry();
            if (geometry != null) {
                RawShape shape = new RawShape(limits.vertices());
                int type = geometry.type() == 0 ? header.geometryType() : geometry.type();
                if (fill(geometry, type, shape, 0)) {
                    made = shape.make(system.projection(), system.name());
                    empty = shape.count() == 0 ? org.mineban.geography.ShapeBuilder.FACTORY.createPolygon() : null;
                } else {
                    found.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", "type " + type)));
                }
            }
            DamagedText.look(List.copyOf(cells.keySet()), List.copyOf(cells.values()), found);
            return new SourceRecord(
                    position,
                    0,
                    Cells.of(cells),
                    made.geometry() == null ? empty : made.geometry(),
                    made.original(),
                    found,
                    made.findings());
        }

        private static boolean fill(Geometry geometry, int type, RawShape shape, int depth) {
            if (depth > DEEPEST) {
                return false;
            }
            switch (type) {
                case 1, 4 -> {
                    points(geometry, 0, geometry.xyLength() / 2, shape);
                    shape.endPoints();
                }
                case 2 -> {
                    points(geometry, 0, geometry.xyLength() / 2, shape);
                    shape.endLine();
                }
                case 3 -> {
                    List<Integer> ends = rings(geometry, shape);
                    shape.endPolygon(ends);
                }
                case 5 -> {
                    for (int end : rings(geometry, shape)) {
                        shape.endLineAt(end);
                    }
                }
                case 6, 7 -> {
                    for (int i = 0; i < geometry.partsLength(); i++) {
                        Geometry part = geometry.parts(i);
                        if (!fill(part, part.type() == 0 && type == 6 ? 3 : part.type(), shape, depth + 1)) {
                            return false;
                        }
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static List<Integer> rings(Geometry geometry, RawShape shape) {
            int all = geometry.xyLength() / 2;
            List<Integer> ends = new ArrayList<>();
            if (geometry.endsLength() == 0) {
                points(geometry, 0, all, shape);
                ends.add(shape.count());
                return ends;
            }
            int from = 0;
            for (int i = 0; i < geometry.endsLength(); i++) {
                int end = Math.clamp(geometry.ends(i), from, all);
                points(geometry, from, end, shape);
                ends.add(shape.count());
                from = end;
            }
            return ends;
        }

        private static void points(Geometry geometry, int from, int end, RawShape shape) {
            boolean heights = geometry.zLength() * 2 == geometry.xyLength();
            for (int i = from; i < end; i++) {
                shape.add(geometry.xy(2 * i), geometry.xy(2 * i + 1), heights ? geometry.z(i) : Double.NaN);
            }
        }

        private Map<String, String> properties(Feature feature) {
            Map<String, String> cells = new LinkedHashMap<>();
            if (feature.propertiesLength() == 0) {
                return cells;
            }
            ByteBuffer bytes = feature.propertiesAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.remaining() >= 2) {
                int at = bytes.getShort() & 0xFFFF;
                Column column = at < header.columnsLength() ? header.columns(at) : feature.columns(at);
                String name = at < table.columns().size() ? table.columns().get(at) : column.name();
                cells.put(name, value(column.type(), bytes));
            }
            return cells;
        }

        private static String value(int type, ByteBuffer bytes) {
            return switch (type) {
                case ColumnType.Byte -> Byte.toString(bytes.get());
                case ColumnType.UByte -> Integer.toString(bytes.get() & 0xFF);
                case ColumnType.Bool -> Boolean.toString(bytes.get() != 0);
                case ColumnType.Short -> Short.toString(bytes.getShort());
                case ColumnType.UShort -> Integer.toString(bytes.getShort() & 0xFFFF);
                case ColumnType.Int -> Integer.toString(bytes.getInt());
                case ColumnType.UInt -> Integer.toUnsignedString(bytes.getInt());
                case ColumnType.Long -> Long.toString(bytes.getLong());
                case ColumnType.ULong -> new BigInteger(Long.toUnsignedString(bytes.getLong())).toString();
                case ColumnType.Float -> plain(Float.toString(bytes.getFloat()));
                case ColumnType.Double -> plain(Double.toString(bytes.getDouble()));
                case ColumnType.Binary -> {
                    byte[] value = new byte[Math.min(bytes.getInt(), bytes.remaining())];
                    bytes.get(value);
                    yield java.util.Base64.getEncoder().encodeToString(value);
                }
                default -> {
                    byte[] value = new byte[Math.min(bytes.getInt(), bytes.remaining())];
                    bytes.get(value);
                    yield new String(value, StandardCharsets.UTF_8);
                }
            };
        }

        private static String plain(String number) {
            return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        }

        @Override
        public double done() {
            return counted.done();
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException ignored) {
                // It was only read.
            }
        }
    }
}
