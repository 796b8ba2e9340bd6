package org.mineban.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.mineban.storage.Engine;
import org.mineban.storage.Sha256;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of a table as lines of JSON, sorted by key, and back. The same rows give the same bytes on either engine, so their hash can be compared.
 */
final class TableRows {

    private static final int ROWS_AT_ONCE = 500;
    private static final long BYTES_AT_ONCE = 8L * 1024 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .rootValueSeparator("\n")
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    /**
     * What was written.
     *
     * @param bytes how many bytes the lines have
     * @param sha256 their hash
     */
    record Written(long rows, long bytes, String sha256) {}

    private TableRows() {}

    /** Writes every row. */
    static Written write(Connection connection, Engine engine, TableShape table, OutputStream out)
            throws SQLException, IOException {
        Measured measured = new Measured(out);
        long rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(select(connection, engine, table))) {
            statement.setFetchSize(wide(table) ? 16 : ROWS_AT_ONCE);
            try (ResultSet found = statement.executeQuery();
                    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), measured)) {
                while (found.next()) {
                    writeRow(found, table.columns(), json);
                    rows++;
                }
                if (rows > 0) {
                    json.writeRaw('\n');
                }
            }
        }
        return new Written(rows, measured.bytes, Sha256.of(measured.digest));
    }

    private static boolean wide(TableShape table) {
        return table.columns().stream().anyMatch(column -> column.kind() == TableShape.Kind.BYTES);
    }

    /** Texts are sorted by their bytes on both engines, whatever the language of a server. */
    private static String select(Connection connection, Engine engine, TableShape table) throws SQLException {
        boolean byLanguage = engine == Engine.POSTGRESQL && sortsByLanguage(connection);
        String order = table.key().stream()
                .map(key -> TableShape.quoted(key) + (byLanguage && isText(table, key) ? " collate \"C\"" : ""))
                .collect(Collectors.joining(", "));
        return "select " + names(table) + " from " + table.quoted() + " order by " + order;
    }

    private static boolean isText(TableShape table, String name) {
        return table.columns().stream()
                .anyMatch(column -> column.name().equals(name) && column.kind() == TableShape.Kind.TEXT);
    }

    private static boolean sortsByLanguage(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select datcollate from pg_database where datname = current_database()")) {
            return !found.next() || !List.of("C", "POSIX", "C.UTF-8", "C.utf8").contains(found.getString(1));
        }
    }

    private static String names(TableShape table) {
        return table.columns().stream()
                .map(column -> TableShape.quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    private static void writeRow(ResultSet row, List<TableShape.Column> columns, JsonGenerator json)
            throws SQLException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            TableShape.Column column = columns.get(i);
            json.writeName(column.name());
            writeValue(row, i + 1, column.kind(), json);
        }
        json.writeEndObject();
    }

    private static void writeValue(ResultSet row, int place, TableShape.Kind kind, JsonGenerator json)
            throws SQLException {
        switch (kind) {
            case TEXT -> {
                String text = row.getString(place);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeString(text);
                }
            }
            case INTEGER -> {
                long number = row.getLong(place);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(number);
                }
            }
            case REAL -> {
                double number = row.getDouble(place);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(number);
                }
            }
            case BOOLEAN -> {
                boolean yes = row.getBoolean(place);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeBoolean(yes);
                }
            }
            case BYTES -> {
                byte[] bytes = row.getBytes(place);
                if (row.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeString(Base64.getEncoder().encodeToString(bytes));
                }
            }
        }
    }

    /** Adds the rows of a stream of lines. A line that does not have the table's columns stops it. */
    static long insert(Connection connection, TableShape table, InputStream in) throws SQLException {
        String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String insert = "insert into " + table.quoted() + " (" + names(table) + ") values (" + places + ")";
        long rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(insert);
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            long bytes = 0;
            int waiting = 0;
            while (json.nextToken() != null) {
                bytes += readRow(json, table.columns(), statement);
                statement.addBatch();
                rows++;
                waiting++;
                if (waiting == ROWS_AT_ONCE || bytes > BYTES_AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                    bytes = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
        return rows;
    }

    private static long readRow(JsonParser json, List<TableShape.Column> columns, PreparedStatement statement)
            throws SQLException {
        expect(json.currentToken() == JsonToken.START_OBJECT);
        long bytes = 0;
        for (int i = 0; i < columns.size(); i++) {
            expect(json.nextToken() == JsonToken.PROPERTY_NAME
                    && columns.get(i).name().equals(json.currentName()));
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                statement.setNull(i + 1, sqlType(columns.get(i).kind()));
            } else {
                bytes += setValue(json, columns.get(i).kind(), i + 1, statement);
            }
        }
        expect(json.nextToken() == JsonToken.END_OBJECT);
        return bytes;
    }

    private static long setValue(JsonParser json, TableShape.Kind kind, int place, PreparedStatement statement)
            throws SQLException {
        switch (kind) {
            case TEXT -> {
                statement.setString(place, json.getString());
                return json.getStringLength();
            }
            case INTEGER -> statement.setLong(place, json.getLongValue());
            case REAL -> statement.setDouble(place, json.getDoubleValue());
            case BOOLEAN -> statement.setBoolean(place, json.getBooleanValue());
            case BYTES -> {
                byte[] bytes = Base64.getDecoder().decode(json.getString().getBytes(StandardCharsets.US_ASCII));
                statement.setBytes(place, bytes);
                return bytes.length;
            }
        }
        return Long.BYTES;
    }

    private static int sqlType(TableShape.Kind kind) {
        return switch (kind) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case REAL -> Types.DOUBLE;
            case BOOLEAN -> Types.BOOLEAN;
            case BYTES -> Types.BINARY;
        };
    }

    private static void expect(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalStateException("A row of the backup does not have the columns of its table.");
        }
    }

    /** Counts and hashes what passes through. */
    private static final class Measured extends FilterOutputStream {

        private final MessageDigest digest = Sha256.digest();
        private long bytes;

        private Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            digest.update((byte) one);
            bytes++;
            out.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            digest.update(some, from, length);
            bytes += length;
            out.write(some, from, length);
        }
    }
}
