package org.mineban.exchange.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.Cells;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.exchange.SourceTable;

/** Shapefiles in a ZIP archive: shapes and rows are read side by side, without unpacking the archive anywhere. */
final class ShapefileReader implements RecordReader {

    private static final int HEADER = 100;
    private static final int NAME_LENGTH = 10;

    private final Path file;
    private final ReadingLimits limits;
    private final Archive archive;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<ReadingFinding> findings = new ArrayList<>();

    /** One Shapefile of the archive. */
    private record Layer(
            SourceTable table,
            ZipEntry shapes,
            @Nullable ZipEntry rows,
            @Nullable Charset charset,
            FileSystemOfCoordinates system) {}

    ShapefileReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        this.file = file;
        this.limits = limits;
        archive = Archive.open(file, limits);
        try {
            for (ZipEntry shapes : archive.ending(".shp")) {
                look(shapes, choices);
            }
            for (ZipEntry entry : archive.entries()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!name.matches(".*\\.(shp|shx|dbf|prj|cpg|sbn|sbx|qix|qpj|qmd|shp\\.xml|txt)$")) {
                    findings.add(new ReadingFinding(Kind.FILE_NOT_READ, Map.of("value", entry.getName())));
                }
            }
        } catch (IOException broken) {
            archive.close();
            throw FileProblems.damaged(file, 0);
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    private void look(ZipEntry shapes, ReadingChoices choices) throws IOException {
        String base = shapes.getName().substring(0, shapes.getName().length() - 4);
        String name = base.substring(base.lastIndexOf('/') + 1);
        ZipEntry rows = archive.find(base + ".dbf").orElse(null);
        Charset charset = choices.charset().orElse(null);
        List<String> columns = List.of();
        long count = 0;
        ByteBuffer header;
        try (InputStream in = new BufferedInputStream(archive.read(shapes))) {
            header = header(in);
            count = count(in);
        }
        if (rows == null) {
            findings.add(new ReadingFinding(Kind.ATTRIBUTES_MISSING, Map.of("value", name)));
        } else {
            if (charset == null) {
                charset = charset(base, rows);
            }
            try (InputStream in = new BufferedInputStream(archive.read(rows))) {
                DbfTable table = new DbfTable(in, charset, limits.columns());
                columns = table.columns();
                findings.addAll(table.findings());
                List<String> cut = columns.stream()
                        .filter(column -> column.length() == NAME_LENGTH || column.matches(".{7,8}_\\d{1,2}"))
                        .toList();
                if (!cut.isEmpty()) {
                    findings.add(new ReadingFinding(Kind.SHORT_NAMES, Map.of("value", String.join(", ", cut))));
                }
                if (table.rows() != count) {
                    findings.add(new ReadingFinding(Kind.RECORDS_DIFFER, DbfTable.counts(count, table.rows())));
                }
            }
        }
        FileSystemOfCoordinates system = system(base, choices, header);
        findings.addAll(system.findings());
        String unique = name;
        for (int n = 2; layers.containsKey(unique); n++) {
            unique = name + "_" + n;
        }
        layers.put(unique, new Layer(new SourceTable(unique, columns, true), shapes, rows, charset, system));
    }

    private ByteBuffer header(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(HEADER);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || header.getInt(0) != 9994) {
            throw FileProblems.damaged(file, 0);
        }
        return header.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many shapes there are; a file that ends within one is refused when its records are read. */
    private static long count(InputStream in) throws IOException {
        long count = 0;
        while (true) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                return count;
            }
            count++;
            long length = 2L * ByteBuffer.wrap(head).getInt(4);
            try {
                in.skipNBytes(Math.max(0, length));
            } catch (EOFException cut) {
                return count;
            }
        }
    }

    private @Nullable Charset charset(String base, ZipEntry rows) throws IOException {
        Optional<ZipEntry> cpg = archive.find(base + ".cpg");
        if (cpg.isPresent()) {
            try (InputStream in = archive.read(cpg.get())) {
                Charset named = DbfTable.named(new String(in.readNBytes(64), StandardCharsets.US_ASCII));
                if (named != null) {
                    return named;
                }
            }
        }
        byte[] start;
        try (InputStream in = archive.read(rows)) {
            start = in.readNBytes(32);
        }
        if (start.length == 32 && start[29] != 0) {
            return null;
        }
        // Nothing says it: judged by the letters, behind what is binary in the file.
        int header = start.length < 32 ? 0 : (start[8] & 0xFF) + ((start[9] & 0xFF) << 8);
        TextEncoding guess = TextEncoding.of(() -> {
            InputStream in = archive.read(rows);
            in.skipNBytes(header);
            return in;
        });
        if (guess.guessed()) {
            findings.add(new ReadingFinding(
                    Kind.CHARSET_GUESSED, Map.of("charset", guess.charset().name())));
        }
        return guess.charset();
    }

    private FileSystemOfCoordinates system(String base, ReadingChoices choices, ByteBuffer header) throws IOException {
        Optional<FileSystemOfCoordinates> chosen = FileSystemOfCoordinates.chosen(choices);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        Optional<ZipEntry> prj = archive.find(base + ".prj");
        if (prj.isEmpty()) {
            return FileSystemOfCoordinates.unsaid(
                    header.getDouble(36), header.getDouble(44), header.getDouble(52), header.getDouble(60));
        }
        try (InputStream in = archive.read(prj.get())) {
            String definition = new String(in.readNBytes(16_384), StandardCharsets.UTF_8);
            String[] words = definition.split("\"", -1);
            return FileSystemOfCoordinates.said(definition, words.length > 1 ? words[1] : definition);
        }
    }

    @Override
    public List<SourceTable> tables() {
        return layers.values().stream().map(Layer::table).toList();
    }

    @Override
    public List<ReadingFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public RecordStream records(SourceTable table) {
        try {
            return new Pass(java.util.Objects.requireNonNull(layers.get(table.name())));
        } catch (IOException e) {
            throw FileProblems.damaged(file, 0);
        }
    }

    @Override
    public void close() {
        archive.close();
    }

    private final class Pass extends PulledRecords {

        private final Layer layer;
        private final CountedStream shapes;
        private final @Nullable InputStream rows;
        private final @Nullable DbfTable table;
        private boolean shapesEnded;
        private boolean rowsEnded;

        Pass(Layer layer) throws IOException {
            super(file, limits);
            this.layer = layer;
            shapes = new CountedStream(
                    new BufferedInputStream(archive.read(layer.shapes())),
                    layer.shapes().getSize());
            header(shapes);
            ZipEntry entry = layer.rows();
            rows = entry == null ? null : new BufferedInputStream(archive.read(entry));
            table = rows == null ? null : new DbfTable(rows, layer.charset(), limits.columns());
            rowsEnded = rows == null;
        }

        @Override
        @Nullable
        SourceRecord pull(long position) throws IOException {
            RawShape shape = new RawShape(limits.vertices());
            List<ReadingFinding> found = new ArrayList<>(0);
            boolean any = shapesEnded ? false : shape(shape, found);
            Cells cells = Cells.NONE;
            if (!rowsEnded && table != null && rows != null) {
                DbfTable.DbfRow row = table.next(rows);
                rowsEnded = row == null;
                if (row != null) {
                    cells = Cells.of(table.columns(), row.cells());
                    DamagedText.look(table.columns(), row.cells(), found);
                    if (row.deleted()) {
                        found.add(new ReadingFinding(Kind.DELETED_RECORD, Map.of()));
                    }
                }
            }
            if (shapesEnded && rowsEnded) {
                return null;
            }
            RawShape.Made made =
                    any ? shape.make(layer.system().projection(), layer.system().name()) : RawShape.Made.NOTHING;
            return new SourceRecord(position, 0, cells, made.geometry(), made.original(), found, made.findings());
        }

        /** The next shape; false for a null one and at the end. */
        private boolean shape(RawShape shape, List<ReadingFinding> found) throws IOException {
            byte[] head = shapes.readNBytes(8);
            if (head.length == 0) {
                shapesEnded = true;
                return false;
            }
            if (head.length < 8) {
                throw new EOFException();
            }
            long length = 2L * ByteBuffer.wrap(head).getInt(4);
            if (length < 4) {
                throw new IOException("a shape of " + length + " bytes");
            }
            if (length > 64L * limits.vertices() + 1024) {
                shapes.skipNBytes(length);
                shape.refuse();
                return true;
            }
            byte[] body = shapes.readNBytes((int) length);
            if (body.length < length) {
                throw new EOFException();
            }
            ShpShape read = new ShpShape(ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN), shape);
            if (!read.read()) {
                found.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", "type " + read.type())));
                return false;
            }
            return read.type() != 0;
        }

        @Override
        public double done() {
            return shapes.done();
        }

        @Override
        public void close() {
            try {
                shapes.close();
                if (rows != null) {
                    rows.close();
                }
            } catch (IOException ignored) {
                // It was only read.
            }
        }
    }
}
