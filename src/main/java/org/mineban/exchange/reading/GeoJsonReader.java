package org.mineban.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.mineban.geography.Projection;
import org.mineban.geography.ShapeBuilder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** GeoJSON, a feature at a time; also one feature to a line, and older files that name a coordinate system. */
final class GeoJsonReader implements RecordReader {

    private static final int RECORDS_FOR_COLUMNS = 1_000;
    private static final int TAIL = 64 * 1024;
    private static final Pattern CRS_AT_END =
            Pattern.compile("(?s)\"crs\"\\s*:\\s*\\{.*?\"name\"\\s*:\\s*\"([^\"]+)\"\\s*\\}");

    private final Path file;
    private final ReadingLimits limits;
    private final TextEncoding encoding;
    private final JsonFactory json;
    private final FileSystemOfCoordinates system;
    private final SourceTable table;
    private final List<ReadingFinding> findings = new ArrayList<>();

    GeoJsonReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        this.file = file;
        this.limits = limits;
        json = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.cellCharacters())
                        .maxNestingDepth(200)
                        .maxNameLength(10_000)
                        .build())
                .build();
        try {
            TextEncoding found = TextEncoding.of(() -> Files.newInputStream(file));
            encoding = choices.charset()
                    .map(chosen -> new TextEncoding(chosen, found.mark(), false))
                    .orElse(found);
            if (encoding.guessed()) {
                findings.add(new ReadingFinding(
                        Kind.CHARSET_GUESSED,
                        Map.of("charset", encoding.charset().name())));
            }
            Optional<String> named = crsAtEnd();
            Set<String> columns = new LinkedHashSet<>();
            boolean features = false;
            String name = "";
            try (Pass pass = new Pass(Projection.WGS_84, "")) {
                for (int i = 0; i < RECORDS_FOR_COLUMNS; i++) {
                    SourceRecord record = pass.pull(i + 1L);
                    if (record == null) {
                        break;
                    }
                    features = true;
                    columns.addAll(record.cells().columns());
                }
                named = pass.crs.isEmpty() ? named : Optional.of(pass.crs);
                features |= pass.sawFeatures;
                name = pass.name;
            } catch (RuntimeException damaged) {
                // The pass over the records says after which record; here only the columns are wanted.
                if (columns.isEmpty() && !features) {
                    throw FileProblems.damaged(file, 0);
                }
            }
            if (!features) {
                throw FileProblems.of("source-without-table", Map.of("file", FileProblems.name(file)));
            }
            system = system(choices, named);
            findings.addAll(system.findings());
            table = new SourceTable(name.isEmpty() ? FileProblems.name(file) : name, List.copyOf(columns), true);
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    private FileSystemOfCoordinates system(ReadingChoices choices, Optional<String> named) {
        Optional<FileSystemOfCoordinates> chosen = FileSystemOfCoordinates.chosen(choices);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (named.isEmpty()) {
            return new FileSystemOfCoordinates(Projection.WGS_84, "EPSG:4326", List.of());
        }
        FileSystemOfCoordinates said = FileSystemOfCoordinates.said(named.get(), named.get());
        boolean usual = said.projection() != null && said.projection().same();
        if (!usual) {
            findings.add(new ReadingFinding(Kind.COORDINATE_SYSTEM_MEMBER, Map.of("value", named.get())));
        }
        return said;
    }

    /** The name of a coordinate system that stands behind the features. */
    private Optional<String> crsAtEnd() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8);
            int end = text.lastIndexOf(']');
            Matcher crs = CRS_AT_END.matcher(end < 0 ? "" : text.substring(end));
            return crs.find() ? Optional.of(crs.group(1)) : Optional.empty();
        }
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(table);
    }

    @Override
    public List<ReadingFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public RecordStream records(SourceTable wanted) {
        try {
            return new Pass(system.projection(), system.name());
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    private final class Pass extends PulledRecords {

        private final @Nullable Projection projection;
        private final String systemName;
        private final CountedStream counted;
        private final JsonParser parser;
        private boolean inFeatures;
        private boolean inCollection;
        private boolean sawFeatures;
        private String crs = "";
        private String name = "";
        private List<String> lastColumns = List.of();

        Pass(@Nullable Projection projection, String systemName) throws IOException {
            super(file, limits);
            this.projection = projection;
            this.systemName = systemName;
            counted = new CountedStream(file);
            boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
            InputStream in = counted;
            in.skipNBytes(encoding.mark());
            parser = utf8
                    ? json.createParser(ObjectReadContext.empty(), in)
                    : json.createParser(ObjectReadContext.empty(), new InputStreamReader(in, encoding.charset()));
        }

        @Override
        @Nullable
        SourceRecord pull(long position) {
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    if (inFeatures || inCollection) {
                        throw FileProblems.damaged(file, position - 1);
                    }
                    return null;
                }
                if (inFeatures) {
                    if (token == JsonToken.END_ARRAY) {
                        inFeatures = false;
                    } else if (token == JsonToken.START_OBJECT) {
                        return feature(position, false);
                    }
                } else if (inCollection) {
                    member(token);
                    if (token == JsonToken.END_OBJECT) {
                        inCollection = false;
                    }
                } else if (token == JsonToken.START_OBJECT) {
                    SourceRecord record = feature(position, true);
                    if (record != null) {
                        return record;
                    }
                }
            }
        }

        /** A member of the collection itself. */
        private void member(JsonToken token) {
            if (token != JsonToken.PROPERTY_NAME) {
                return;
            }
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("features") && value == JsonToken.START_ARRAY) {
                inFeatures = true;
                sawFeatures = true;
            } else if (member.equals("crs")) {
                crs = crs(value);
            } else if (member.equals("name") && value == JsonToken.VALUE_STRING) {
                name = parser.getString();
            } else {
                parser.skipChildren();
            }
        }

        private String crs(JsonToken value) {
            if (value != JsonToken.START_OBJECT) {
                return "";
            }
            String found = "";
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return found;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.VALUE_STRING
                        && (parser.currentName().equals("name")
                                || parser.currentName().equals("code"))) {
                    found = parser.getString();
                } else if (token.isNumeric() && parser.currentName().equals("code")) {
                    found = "EPSG:" + parser.getString();
                }
            }
            return found;
        }

        /**
         * The object that just began, as a record. At the root it may turn out to be a collection: then null, and the pass goes on inside it.
         */
        private @Nullable SourceRecord feature(long position, boolean root) {
            long line = parser.currentTokenLocation().getLineNr();
            List<String> columns = new ArrayList<>(lastColumns.size());
            List<String> values = new ArrayList<>(lastColumns.size());
            GeoJsonShape shape = null;
            boolean bare = false;
            boolean typed = false;
            String id = null;
            GeoJsonShape own = new GeoJsonShape(parser, limits.vertices());
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "type" -> {
                        String type = value == JsonToken.VALUE_STRING ? parser.getString() : "";
                        if (root && type.equals("FeatureCollection")) {
                            inCollection = true;
                            return null;
                        }
                        bare = !type.equals("Feature");
                        typed = true;
                        own.type(type);
                    }
                    case "features" -> {
                        if (root && value == JsonToken.START_ARRAY) {
                            inCollection = true;
                            inFeatures = true;
                            sawFeatures = true;
                            return null;
                        }
                        parser.skipChildren();
                    }
                    case "properties" -> properties(value, columns, values);
                    case "geometry" -> {
                        if (value == JsonToken.START_OBJECT) {
                            shape = new GeoJsonShape(parser, limits.vertices());
                            shape.read();
                        } else {
                            parser.skipChildren();
                        }
                    }
                    case "coordinates" -> own.coordinates(value);
                    case "geometries" -> own.geometries(value);
                    case "crs" -> crs = crs(value);
                    case "name" -> {
                        if (root && value == JsonToken.VALUE_STRING && columns.isEmpty()) {
                            name = parser.getString();
                        } else {
                            cell(member, value, columns, values);
                        }
                    }
                    case "id" ->
                        id = value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : null;
                    case "bbox" -> parser.skipChildren();
                    default -> cell(member, value, columns, values);
                }
            }
            if (root && !own.any() && (bare || (shape == null && !typed))) {
                return null;
            }
            sawFeatures = true;
            if (id != null) {
                columns.add(columns.contains("id") ? "feature_id" : "id");
                values.add(id);
            }
            return record(position, line, columns, values, bare ? own : shape);
        }

        private SourceRecord record(
                long position, long line, List<String> columns, List<String> values, @Nullable GeoJsonShape shape) {
            List<ReadingFinding> found = new ArrayList<>(0);
            columns = shared(columns, found);
            DamagedText.look(columns, values, found);
            RawShape.Made made = RawShape.Made.NOTHING;
            if (shape != null) {
                made = shape.make(projection, systemName);
                shape.unknownKind()
                        .ifPresent(kind -> found.add(new ReadingFinding(Kind.UNREADABLE_SHAPE, Map.of("value", kind))));
            }
            Geometry geometry = made.geometry();
            if (geometry == null && shape != null && shape.empty()) {
                geometry = ShapeBuilder.FACTORY.createPolygon();
            }
            return new SourceRecord(
                    position, line, Cells.of(columns, values), geometry, made.original(), found, made.findings());
        }

        /** The same list as the record before had, when the columns are the same: records of one file mostly have the same. */
        private List<String> shared(List<String> columns, List<ReadingFinding> found) {
            if (columns.equals(lastColumns)) {
                return lastColumns;
            }
            if (new HashSet<>(columns).size() < columns.size()) {
                Header header = Header.of(columns);
                found.addAll(header.findings());
                return header.columns();
            }
            lastColumns = List.copyOf(columns);
            return lastColumns;
        }

        private void properties(JsonToken start, List<String> columns, List<String> values) {
            if (start != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String column = parser.currentName();
                cell(column, parser.nextToken(), columns, values);
                if (columns.size() > limits.columns()) {
                    throw FileProblems.of(
                            "source-too-many-columns",
                            Map.of(
                                    "file",
                                    FileProblems.name(file),
                                    "count",
                                    columns.size(),
                                    "limit",
                                    limits.columns()));
                }
            }
        }

        private void cell(String column, JsonToken token, List<String> columns, List<String> values) {
            if (token == JsonToken.VALUE_NULL) {
                return;
            }
            columns.add(column);
            values.add(token.isStructStart() ? JsonText.of(parser, limits.cellCharacters()) : parser.getString());
        }

        @Override
        public double done() {
            return counted.done();
        }

        @Override
        public void close() {
            parser.close();
            try {
                counted.close();
            } catch (IOException ignored) {
                // It was only read.
            }
        }
    }
}
