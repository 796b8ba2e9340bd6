package org.mineban.exchange.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.Cells;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.exchange.SourceTable;
import org.mineban.geography.ShapeBuilder;
import org.sqlite.SQLiteConfig;

/** GeoPackage: a database, opened only to read, of which the tables are read that it lists. */
final class GeoPackageReader implements RecordReader {

    private final Path file;
    private final ReadingLimits limits;
    private final Connection connection;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<ReadingFinding> findings = new ArrayList<>();

    /** A table of it. */
    private record Layer(SourceTable table, @Nullable String shape, FileSystemOfCoordinates system, long rows) {}

    GeoPackageReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        this.file = file;
        this.limits = limits;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        } catch (SQLException e) {
            throw FileProblems.damaged(file, 0);
        }
        try {
            look(choices);
        } catch (SQLException e) {
            close();
            throw FileProblems.damaged(file, 0);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (layers.isEmpty()) {
            close();
            throw FileProblems.of("source-without-table", Map.of("file", FileProblems.name(file)));
        }
    }

    private void look(ReadingChoices choices) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            try (ResultSet known = statement.executeQuery(
                    "SELECT count(*) FROM sqlite_master WHERE name IN ('gpkg_contents', 'gpkg_spatial_ref_sys')")) {
                if (known.getInt(1) < 2) {
                    throw FileProblems.of("source-without-table", Map.of("file", FileProblems.name(file)));
                }
            }
            List<String> names = new ArrayList<>();
            try (ResultSet contents =
                    statement.executeQuery("SELECT c.table_name FROM gpkg_contents c JOIN sqlite_master m"
                            + " ON lower(m.name) = lower(c.table_name) WHERE c.data_type IN ('features', 'attributes')"
                            + " AND m.type IN ('table', 'view') ORDER BY c.rowid")) {
                while (contents.next()) {
                    names.add(contents.getString(1));
                }
            }
            for (String name : names) {
                layer(statement, name, choices);
            }
        }
    }

    private void layer(Statement statement, String name, ReadingChoices choices) throws SQLException {
        String shape = null;
        FileSystemOfCoordinates system =
                new FileSystemOfCoordinates(org.mineban.geography.Projection.WGS_84, "EPSG:4326", List.of());
        try (var asked = connection.prepareStatement(
                "SELECT g.column_name, s.organization, s.organization_coordsys_id, s.definition"
                        + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
                        + " WHERE lower(g.table_name) = lower(?)")) {
            asked.setString(1, name);
            try (ResultSet found = asked.executeQuery()) {
                if (found.next()) {
                    shape = found.getString(1);
                    system = system(choices, text(found.getString(2)), found.getInt(3), text(found.getString(4)));
                }
            }
        } catch (SQLException none) {
            // A GeoPackage of attributes alone need not have the table of shapes.
        }
        List<String> columns = new ArrayList<>();
        try (ResultSet info = statement.executeQuery("PRAGMA table_info(" + quoted(name) + ")")) {
            while (info.next()) {
                String column = info.getString("name");
                if (!column.equalsIgnoreCase(shape == null ? "" : shape)) {
                    columns.add(column);
                }
            }
        }
        if (columns.size() > limits.columns()) {
            throw FileProblems.of(
                    "source-too-many-columns",
                    Map.of("file", FileProblems.name(file), "count", columns.size(), "limit", limits.columns()));
        }
        long rows;
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted(name))) {
            rows = count.getLong(1);
        }
        for (ReadingFinding finding : system.findings()) {
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
        layers.put(name, new Layer(new SourceTable(name, columns, shape != null), shape, system, rows));
    }

    private static FileSystemOfCoordinates system(
            ReadingChoices choices, String organization, int code, String definition) {
        Optional<FileSystemOfCoordinates> chosen = FileSystemOfCoordinates.chosen(choices);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (organization.equalsIgnoreCase("EPSG")) {
            return FileSystemOfCoordinates.said("EPSG:" + code, "EPSG:" + code);
        }
        return definition.isBlank() || definition.equals("undefined")
                ? FileSystemOfCoordinates.unsaid(-180, -90, 180, 90)
                : FileSystemOfCoordinates.said(definition, organization + ":" + code);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
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
        } catch (SQLException e) {
            throw FileProblems.damaged(file, 0);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It was only read.
        }
    }

    private final class Pass extends PulledRecords {

        private final Layer layer;
        private final Statement statement;
        private final ResultSet rows;
        private final long mostBytes = 64L * limits.vertices() + 1024;
        private long read;

        Pass(Layer layer) throws SQLException {
            super(file, limits);
            this.layer = layer;
            statement = connection.createStatement();
            List<String> wanted = new ArrayList<>();
            for (String column : layer.table().columns()) {
                String name = quoted(column);
                wanted.add("CASE WHEN length(" + name + ") > " + limits.cellCharacters() + " THEN substr(" + name
                        + ", 1, " + (limits.cellCharacters() + 1) + ") ELSE " + name + " END");
            }
            if (layer.shape() != null) {
                String name = quoted(layer.shape());
                wanted.add("length(" + name + ")");
                wanted.add("CASE WHEN length(" + name + ") <= " + mostBytes + " THEN " + name + " END");
            }
            rows = statement.executeQuery("SELECT " + (wanted.isEmpty() ? "1" : String.join(", ", wanted)) + " FROM "
                    + quoted(layer.table().name()));
        }

        @Override
        @Nullable
        SourceRecord pull(long position) throws java.io.IOException {
            try {
                return rows.next() ? record(position) : null;
            } catch (SQLException broken) {
                throw new java.io.IOException(broken);
            }
        }

        private SourceRecord record(long position) throws SQLException {
            read++;
            List<ReadingFinding> found = new ArrayList<>(0);
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> columns = layer.table().columns();
            for (int i = 0; i < columns.size(); i++) {
                Object value = rows.getObject(i + 1);
                if (value == null) {
                    continue;
                }
                String text = value instanceof byte[] bytes
                        ? Base64.getEncoder().encodeToString(bytes)
                        : rows.getString(i + 1);
                if (text.length() > limits.cellCharacters()) {
                    found.add(new ReadingFinding(
                            Kind.CELL_CUT, Map.of("column", columns.get(i), "limit", limits.cellCharacters())));
                    text = text.substring(0, limits.cellCharacters());
                }
                cells.put(columns.get(i), text);
            }
            RawShape.Made made = RawShape.Made.NOTHING;
            Geometry geometry = null;
            if (layer.shape() != null) {
                long length = rows.getLong(columns.size() + 1);
                byte[] bytes = rows.getBytes(columns.size() + 2);
                RawShape shape = new RawShape(limits.vertices());
                if (length > mostBytes) {
                    shape.refuse();
                    made = shape.make(null, layer.system().name());
                } else if (bytes != null && !body(bytes, shape)) {
                    found.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", length + " B")));
                } else if (bytes != null) {
                    made = shape.make(
                            layer.system().projection(), layer.system().name());
                    geometry = shape.count() == 0 ? ShapeBuilder.FACTORY.createPolygon() : null;
                }
            }
            DamagedText.look(List.copyOf(cells.keySet()), List.copyOf(cells.values()), found);
            return new SourceRecord(
                    position,
                    0,
                    Cells.of(cells),
                    made.geometry() == null ? geometry : made.geometry(),
                    made.original(),
                    found,
                    made.findings());
        }

        /** The shape behind the header that GeoPackage puts before it. */
        private static boolean body(byte[] bytes, RawShape shape) {
            if (bytes.length < 8 || bytes[0] != 'G' || bytes[1] != 'P') {
                return WellKnownBinary.read(ByteBuffer.wrap(bytes), shape);
            }
            int flags = bytes[3];
            int envelope = switch (flags >> 1 & 7) {
                case 0 -> 0;
                case 1 -> 32;
                case 2, 3 -> 48;
                default -> 64;
            };
            if (bytes.length < 8 + envelope) {
                return false;
            }
            ByteBuffer body = ByteBuffer.wrap(bytes, 8 + envelope, bytes.length - 8 - envelope)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN);
            return WellKnownBinary.read(body, shape);
        }

        @Override
        public double done() {
            return layer.rows() == 0 ? 1 : Math.min(1, (double) read / layer.rows());
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException ignored) {
                // It was only read.
            }
        }
    }
}
