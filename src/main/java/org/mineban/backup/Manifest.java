package org.mineban.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mineban.audit.AuditTrail;
import org.mineban.storage.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup says of itself, in its last entry {@code manifest.json}.
 *
 * @param program the version of the program that made it
 * @param madeAt when
 * @param schema the version of the tables
 * @param tables each table with its rows' hash, by name
 * @param folder each file of the data folder that belongs
 * @param leftOut what is not in it
 * @param audit where the audit trail ended
 */
public record Manifest(
        String program,
        Instant madeAt,
        String schema,
        List<TablePart> tables,
        List<FilePart> folder,
        List<LeftOut> leftOut,
        AuditTrail.Head audit) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    private static final String ABOUT =
            "A backup of Mineban: every row of every table as lines of JSON, and files of the data folder. To restore it: mineban restore FILE";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A table in the backup. Its rows are in {@code tables/NAME.jsonl}. */
    record TablePart(TableShape shape, TableRows.Written rows) {
        String entry() {
            return "tables/" + shape.name() + ".jsonl";
        }
    }

    /** A file of the data folder in the backup, in {@code folder/PATH}. */
    record FilePart(String path, long bytes, String sha256) {
        String entry() {
            return "folder/" + path;
        }
    }

    public Manifest {
        tables = tables.stream()
                .sorted(Comparator.comparing(part -> part.shape().name()))
                .toList();
        folder = List.copyOf(folder);
        leftOut = List.copyOf(leftOut);
    }

    /** How many rows all tables have. */
    public long rows() {
        return tables.stream().mapToLong(part -> part.rows().rows()).sum();
    }

    public int tableCount() {
        return tables.size();
    }

    /** How many files people brought. */
    public long files() {
        return tables.stream()
                .filter(part -> part.shape().name().equals("stored_file"))
                .mapToLong(part -> part.rows().rows())
                .sum();
    }

    /** One hash of the content of all tables: the same wherever the same rows are kept. */
    public String contentHash() {
        return contentHash(tables);
    }

    static String contentHash(List<TablePart> tables) {
        StringBuilder lines = new StringBuilder();
        for (TablePart part : tables) {
            lines.append(part.shape().name())
                    .append(' ')
                    .append(part.rows().rows())
                    .append(' ')
                    .append(part.rows().sha256())
                    .append('\n');
        }
        return Sha256.of(lines.toString());
    }

    byte[] write() {
        ObjectNode json = asJson();
        json.put("sha256", Sha256.of(MAPPER.writeValueAsBytes(json)));
        return MAPPER.writeValueAsBytes(json);
    }

    private ObjectNode asJson() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("about", ABOUT);
        json.put("format", FORMAT);
        json.put("program", program);
        json.put("madeAt", madeAt.toString());
        json.put("schema", schema);
        ArrayNode tableRows = json.putArray("tables");
        for (TablePart part : tables) {
            ObjectNode one = tableRows.addObject();
            one.put("name", part.shape().name());
            one.put("rows", part.rows().rows());
            one.put("bytes", part.rows().bytes());
            one.put("sha256", part.rows().sha256());
            ArrayNode key = one.putArray("key");
            part.shape().key().forEach(key::add);
            ObjectNode columns = one.putObject("columns");
            part.shape()
                    .columns()
                    .forEach(column -> columns.put(column.name(), column.kind().word()));
        }
        ArrayNode files = json.putArray("folder");
        for (FilePart file : folder) {
            files.addObject()
                    .put("path", file.path())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        ArrayNode left = json.putArray("leftOut");
        leftOut.forEach(one -> left.add(one.word()));
        json.putObject("audit").put("number", audit.number()).put("hash", audit.hash());
        json.put("contentHash", contentHash());
        return json;
    }

    /**
     * The format of a manifest, which says whether this version can read the rest.
     *
     * @throws RuntimeException when it is no manifest
     */
    static int format(byte[] bytes) {
        return MAPPER.readTree(bytes).required("format").asInt();
    }

    /**
     * Reads a manifest and holds it against its own hash.
     *
     * @throws RuntimeException when it is no manifest, or was changed
     */
    static Manifest read(byte[] bytes) {
        ObjectNode json = (ObjectNode) MAPPER.readTree(bytes);
        String sha256 = json.required("sha256").asString();
        json.remove("sha256");
        if (!Sha256.of(MAPPER.writeValueAsBytes(json)).equals(sha256)) {
            throw new IllegalArgumentException("The manifest was changed.");
        }
        List<TablePart> tables = new ArrayList<>();
        for (JsonNode one : json.required("tables")) {
            tables.add(new TablePart(
                    shape(one),
                    new TableRows.Written(
                            one.required("rows").asLong(),
                            one.required("bytes").asLong(),
                            one.required("sha256").asString())));
        }
        List<FilePart> folder = new ArrayList<>();
        for (JsonNode one : json.required("folder")) {
            folder.add(new FilePart(
                    one.required("path").asString(),
                    one.required("bytes").asLong(),
                    one.required("sha256").asString()));
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (JsonNode one : json.required("leftOut")) {
            leftOut.add(LeftOut.valueOf(one.asString().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        JsonNode audit = json.required("audit");
        return new Manifest(
                json.required("program").asString(),
                Instant.parse(json.required("madeAt").asString()),
                json.required("schema").asString(),
                tables,
                folder,
                leftOut,
                new AuditTrail.Head(
                        audit.required("number").asLong(),
                        audit.required("hash").asString()));
    }

    private static TableShape shape(JsonNode table) {
        List<TableShape.Column> columns = new ArrayList<>();
        table.required("columns")
                .properties()
                .forEach(column -> columns.add(new TableShape.Column(
                        name(column.getKey()),
                        TableShape.Kind.valueOf(column.getValue().asString().toUpperCase(Locale.ROOT)))));
        List<String> key = new ArrayList<>();
        table.required("key").forEach(one -> key.add(name(one.asString())));
        return new TableShape(name(table.required("name").asString()), columns, key);
    }

    /** Names go into SQL; nothing but a name may. */
    private static String name(String text) {
        if (!text.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("No name of a table or column: " + text);
        }
        return text;
    }
}
