package org.mineban.exchange.writing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;

/** GeoPackage 1.3: the tables that the standard asks for, one layer, and the notes as its description and as metadata. */
final class GeoPackageSink implements FeatureSink {

    private static final String WGS_84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
                    + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\","
                    + "0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,"
                    + " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
            "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
                    + " description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                    + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
                    + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
                    + " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY"
                    + " (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY"
                    + " (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id)"
                    + " REFERENCES gpkg_spatial_ref_sys (srs_id))",
            "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,"
                    + " scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
            "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',"
                    + " md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
            "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT,"
                    + " row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
                    + " md_file_id INTEGER NOT NULL, md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id)"
                    + " REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
            "INSERT INTO gpkg_extensions VALUES ('gpkg_metadata', NULL, 'gpkg_metadata',"
                    + " 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write')",
            "INSERT INTO gpkg_extensions VALUES ('gpkg_metadata_reference', NULL, 'gpkg_metadata',"
                    + " 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write')",
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL)",
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)",
            "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 geodetic', 4326, 'EPSG', 4326, '" + WGS_84 + "', NULL)");

    private final Connection connection;
    private final PreparedStatement insert;
    private final String table;
    private final List<ExportColumn> columns;
    private final Envelope box = new Envelope();
    private final WKBWriter binary = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private int waiting;

    GeoPackageSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.columns = columns;
        table = layer.isBlank() ? "features" : layer.strip();
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA application_id = 1196444487");
                statement.execute("PRAGMA user_version = 10300");
                connection.setAutoCommit(false);
                for (String sql : TABLES) {
                    statement.execute(sql);
                }
                create(statement);
            }
            about(notes);
            insert = connection.prepareStatement(
                    "INSERT INTO " + quoted(table) + " VALUES (NULL, ?" + ", ?".repeat(columns.size()) + ")");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void create(Statement statement) throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE " + quoted(table) + " (" + quoted(key("fid"))
                + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, " + quoted(key("geom")) + " GEOMETRY");
        for (ExportColumn column : columns) {
            String type = switch (column.kind()) {
                case TEXT -> "TEXT";
                case INTEGER -> "INTEGER";
                case DECIMAL -> "DOUBLE";
                case DAY -> "DATE";
                case YES_NO -> "BOOLEAN";
            };
            sql.append(", ").append(quoted(column.name())).append(' ').append(type);
        }
        statement.execute(sql.append(')').toString());
    }

    /** A name that no column has. */
    private String key(String wanted) {
        String name = wanted;
        while (true) {
            String tried = name;
            if (columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(tried))) {
                return name;
            }
            name = "_" + name;
        }
    }

    private void about(ExportNotes notes) throws SQLException {
        try (PreparedStatement contents = connection.prepareStatement(
                        "INSERT INTO gpkg_contents"
                                + " (table_name, data_type, identifier, description, srs_id) VALUES (?, 'features', ?, ?, 4326)");
                PreparedStatement shapes = connection.prepareStatement(
                        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'GEOMETRY', 4326, 0, 0)");
                PreparedStatement metadata = connection.prepareStatement(
                        "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/', 'text/plain', ?)");
                PreparedStatement reference = connection.prepareStatement("INSERT INTO gpkg_metadata_reference"
                        + " (reference_scope, table_name, md_file_id) VALUES ('table', ?, 1)")) {
            contents.setString(1, table);
            contents.setString(2, table);
            contents.setString(3, notes.asText());
            contents.execute();
            shapes.setString(1, table);
            shapes.setString(2, key("geom"));
            shapes.execute();
            metadata.setString(1, notes.asText());
            metadata.execute();
            reference.setString(1, table);
            reference.execute();
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        try {
            insert.setBytes(1, shape == null ? null : bytes(shape));
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                switch (value) {
                    case null -> insert.setObject(i + 2, null);
                    case Boolean truth -> insert.setInt(i + 2, truth ? 1 : 0);
                    case Integer number -> insert.setLong(i + 2, number);
                    case Long number -> insert.setLong(i + 2, number);
                    case Number number -> insert.setDouble(i + 2, number.doubleValue());
                    default -> insert.setString(i + 2, value.toString());
                }
            }
            insert.addBatch();
            if (++waiting == 1_000) {
                insert.executeBatch();
                waiting = 0;
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private byte[] bytes(Geometry shape) {
        byte[] body = binary.write(shape);
        boolean empty = shape.isEmpty();
        Envelope around = shape.getEnvelopeInternal();
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + (empty ? 0 : 32) + body.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (empty ? 0b010001 : 0b000011));
        bytes.putInt(4326);
        if (!empty) {
            box.expandToInclude(around);
            bytes.putDouble(around.getMinX()).putDouble(around.getMaxX());
            bytes.putDouble(around.getMinY()).putDouble(around.getMaxY());
        }
        return bytes.put(body).array();
    }

    @Override
    public void finish() throws IOException {
        try {
            insert.executeBatch();
            if (!box.isNull()) {
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
                    update.setDouble(1, box.getMinX());
                    update.setDouble(2, box.getMinY());
                    update.setDouble(3, box.getMaxX());
                    update.setDouble(4, box.getMaxY());
                    update.execute();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
