package org.mineban.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.mineban.exchange.OriginalGeometry;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceFile;
import org.mineban.exchange.SourceRecord;
import org.mineban.geography.GeometryFault;
import org.mineban.geography.Severity;
import org.mineban.operations.mapping.MappedRow;
import org.mineban.operations.mapping.Mapping;
import org.mineban.operations.mapping.Mappings;
import org.mineban.operations.mapping.RowMapper;
import org.mineban.storage.Sha256;

/** One pass over a file: each row read, understood, checked and handed on. It writes nothing itself. */
final class ImportRun {

    private static final int SAMPLE = 2000;
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final ImportRequest request;
    private final ImportCount count;
    private final Checks allChecks;
    private final RecordChecks checks;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Map<String, Long> codes = new HashMap<>();
    private final AtImport atImport;

    private final List<String> columns;
    private final List<RowMapper> mappers;
    private final boolean shapes;
    private final CheckContext context;

    ImportRun(
            ImportRequest request,
            Dictionary dictionary,
            Mappings mappings,
            SavedMappings.Finder saved,
            ImportCount count) {
        this.request = request;
        this.count = count;
        Checks all = new Checks();
        this.allChecks = all;
        this.checks = new RecordChecks(dictionary, all);
        this.atImport = new AtImport(all);
        List<Map<String, String>> sample = new ArrayList<>();
        List<Geometry> places = new ArrayList<>();
        boolean withShapes;
        try (SourceFile file = open();
                RecordStream records = file.records()) {
            columns = file.columns().stream()
                    .filter(column -> !column.startsWith(MendedRows.PREFIX))
                    .toList();
            file.findings().forEach(finding -> count.add(of(finding)));
            withShapes = file.tables().getFirst().shapes();
            while (records.hasNext() && sample.size() < SAMPLE) {
                SourceRecord record = records.next();
                sample.add(record.cells().asMap());
                Geometry geometry = record.geometry();
                if (geometry != null && !geometry.isEmpty()) {
                    places.add(geometry);
                }
            }
        }
        boolean shapesOfTheirOwn = withShapes || !places.isEmpty();
        Mappings.Understood understood = mappings.understand(request.what().kinds(), columns, sample, shapesOfTheirOwn);
        understood.findings().forEach(count::add);
        mappers = saved.over(understood.mappings(), columns).stream()
                .map(mapping -> new RowMapper(dictionary, mappings, mapping, sample))
                .toList();
        for (Map<String, String> row : sample) {
            mapper(row).map(one -> one.map(row)).flatMap(ImportRun::point).ifPresent(places::add);
        }
        shapes = withShapes || !places.isEmpty();
        CheckContext alone = CheckContext.on(request.today(), dictionary);
        context = CountryPlace.of(request.state())
                .or(() -> CountryPlace.around(places))
                .map(alone::in)
                .orElse(alone);
        columnsAsked(all, mappings, dictionary, sample);
    }

    private static Finding of(ReadingFinding finding) {
        return new Finding(
                "V-53",
                finding.kind().severity(),
                0,
                String.valueOf(finding.values().getOrDefault("column", "")),
                finding.kind().message(),
                finding.values());
    }

    private SourceFile open() {
        return SourceFile.open(request.file(), ReadingLimits.USUAL, request.reading());
    }

    /** What the checks say of the columns, by the first rows of the file; what the reader and the mapping say of them already is not told twice. */
    private void columnsAsked(Checks all, Mappings mappings, Dictionary dictionary, List<Map<String, String>> sample) {
        Mapping first = mappers.getFirst().mapping();
        List<FileTable.Column> asked = new ArrayList<>();
        for (ColumnUse use : first.columns()) {
            String target = use.target().orElse("");
            asked.add(new FileTable.Column(
                    use.column(),
                    use.target().map(field -> field.replace('_', ' ')),
                    FileTable.Holds.WORDS,
                    dictionary.find(first.kind(), target).flatMap(FieldDefinition::codes),
                    FileTable.Column.of(
                                    use.column(),
                                    FileTable.Holds.WORDS,
                                    Optional.empty(),
                                    sample.stream()
                                            .map(row -> row.getOrDefault(use.column(), ""))
                                            .toList())
                            .values()));
        }
        FileTable table = new FileTable(mappers.getFirst().asOf(), asked);
        all.ofFile(table, Optional.of(mappings.fileWords()), context).findings().stream()
                .filter(one -> !one.check().equals("V-54") && !one.check().equals("V-53"))
                .forEach(one -> count.add(
                        new Finding(one.check(), Severity.WARNS, 0, one.field(), one.message(), one.values())));
    }

    CheckContext context() {
        return context;
    }

    Checks checks() {
        return allChecks;
    }

    List<Mapping> mappings() {
        return mappers.stream().map(RowMapper::mapping).toList();
    }

    /** Reads the whole file and hands each row on, in its order. */
    void each(Consumer<ImportedRow> taker, MendedRows mended) {
        try (SourceFile file = open();
                RecordStream records = file.records()) {
            while (records.hasNext()) {
                SourceRecord record = records.next();
                count.progress.read(++count.rows);
                Map<String, String> cells = record.cells().asMap();
                Optional<RowMapper> mapper = mapper(cells);
                String token = cells.getOrDefault(MendedRows.COLUMN, "");
                Optional<Origin> waiting = token.isBlank() ? Optional.empty() : mended.origin(token);
                if (mapper.isEmpty()) {
                    count.otherKinds++;
                } else if (!token.isBlank() && waiting.isEmpty()) {
                    count.add(Finding.of("M-03", Severity.WARNS, "", "", Map.of("row", token))
                            .at(record.line()));
                } else {
                    taker.accept(row(record, mapper.get(), cells, waiting));
                }
            }
        }
        if (count.equalRows > 0) {
            count.add(Finding.of("V-42", Severity.WARNS, "", "", Map.of("rows", count.equalRows)), count.equalRows);
        }
        if (count.otherKinds > 0) {
            count.add(Finding.of("M-02", Severity.WARNS, "", "", Map.of("rows", count.otherKinds)), count.otherKinds);
        }
    }

    private Optional<RowMapper> mapper(Map<String, String> cells) {
        return mappers.stream().filter(one -> one.selects(cells)).findFirst();
    }

    private static Optional<Geometry> point(MappedRow mapped) {
        return mapped.longitude().isPresent() && mapped.latitude().isPresent()
                ? Optional.of(POINTS.createPoint(new Coordinate(
                        mapped.longitude().getAsDouble(), mapped.latitude().getAsDouble())))
                : Optional.empty();
    }

    private ImportedRow row(
            SourceRecord record, RowMapper mapper, Map<String, String> cells, Optional<Origin> waiting) {
        MappedRow mapped = mapper.map(cells);
        List<Finding> findings = new ArrayList<>(mapped.findings());
        long line = record.line() == 0 ? record.position() : record.line();
        @Nullable Geometry given = record.geometry();
        @Nullable Geometry written = given == null ? point(mapped).orElse(null) : given;
        Optional<Geometry> moved = PlaceRepair.of(written, context.country());
        boolean move = moved.isPresent() && request.repairs().accepts(Repairs.Sort.PLACE, line);
        @Nullable Geometry place = move ? moved.orElse(null) : written;
        Shapes.Looked looked = Shapes.look(
                place,
                record.geometryFindings(),
                mapper.mapping().repair(),
                request.repairs().accepts(Repairs.Sort.SHAPE, line));
        looked.repair()
                .ifPresent(repair -> count.offer(new Repairs.Offer(
                        line,
                        Repairs.Sort.SHAPE,
                        request.repairs().accepts(Repairs.Sort.SHAPE, line),
                        repair.before(),
                        repair.after(),
                        repair.areaBefore(),
                        repair.areaAfter())));
        moved.ifPresent(after -> moved(line, move, written, after, findings));
        findings.addAll(looked.findings());
        record.findings().forEach(finding -> findings.add(of(finding)));
        Fields fields = assumed(mapped, findings);
        Content content = new Content(
                mapped.kind(),
                mapped.code().orElse(""),
                mapped.validFrom()
                        .orElseGet(() -> fields.date(mapped.kind().dateField())
                                .map(date -> date.earliest())
                                .orElse(request.today())),
                fields,
                looked.shape(),
                move ? Optional.ofNullable(written).map(Shapes::kept) : looked.asGiven());
        placeUnknown(content, place, findings);
        findings.addAll(checks.check(Examined.of(content, place, looked.checked()), context));
        Origin own = origin(mapped, content, findings, record.position());
        Origin origin = waiting.map(one -> new Origin(one.source(), one.key(), own.hash()))
                .orElse(own);
        List<Finding> placed =
                findings.stream().map(finding -> atImport.of(finding).at(line)).toList();
        placed.forEach(count::add);
        boolean apart = placed.stream().anyMatch(Finding::blocks);
        return new ImportedRow(line, content, origin, apart ? withShape(record, cells) : cells, placed, apart);
    }

    /** The cells of a row with its shape, so that nothing of what came is lost while it is kept apart. */
    private static Map<String, String> withShape(SourceRecord record, Map<String, String> cells) {
        Geometry geometry = record.geometry();
        Optional<String> text = geometry != null
                ? Optional.of(geometry.toText())
                : Optional.ofNullable(record.original()).map(OriginalGeometry::text);
        Map<String, String> all = new LinkedHashMap<>(cells);
        all.keySet().removeIf(column -> column.startsWith(MendedRows.PREFIX));
        text.filter(one -> !one.isBlank() && !cells.containsValue(one))
                .ifPresent(one -> all.put(QuarantinedRow.SHAPE, one));
        return all;
    }

    private void moved(long line, boolean accepted, @Nullable Geometry before, Geometry after, List<Finding> findings) {
        count.offer(new Repairs.Offer(line, Repairs.Sort.PLACE, accepted, before, after, 0, 0));
        if (accepted && before != null) {
            findings.add(new Finding(
                    "V-08",
                    Severity.WARNS,
                    0,
                    "geometry",
                    "import.repair.moved",
                    Map.of("from", text(before.getCoordinate()), "to", text(after.getCoordinate()))));
        }
    }

    private static String text(Coordinate at) {
        return String.format(java.util.Locale.ROOT, "%.6f, %.6f", at.y, at.x);
    }

    /** What nobody has said of an area's contamination is unknown, which counts under Article 5 until it is surveyed. */
    private static Fields assumed(MappedRow mapped, List<Finding> findings) {
        boolean unsaid = mapped.kind() == Kind.HAZARD
                && mapped.fields().text("contamination").isEmpty();
        boolean unread = findings.stream().anyMatch(finding -> finding.field().equals("contamination"));
        if (!unsaid || unread) {
            return mapped.fields();
        }
        findings.add(Finding.of("M-01", Severity.WARNS, "contamination", "assumed", Map.of("value", "UNKNOWN")));
        return mapped.fields().with("contamination", "UNKNOWN");
    }

    /** V-01: an area without a place is kept and counted as one whose place is unknown, never left out. */
    private void placeUnknown(Content content, @Nullable Geometry place, List<Finding> findings) {
        boolean area = content.kind() == Kind.PRODUCT
                || (content.kind() == Kind.HAZARD
                        && !content.fields().text("class").equals(Optional.of("INDICATION")));
        if (!area || content.shape().isPresent()) {
            return;
        }
        boolean said = findings.stream().anyMatch(finding -> finding.check().equals("V-01"));
        if (said || (!shapes && content.kind() == Kind.PRODUCT)) {
            return;
        }
        boolean listed = !shapes && content.fields().text("area_stated_m2").isPresent();
        GeometryFault fault =
                place != null && place.isEmpty() ? GeometryFault.EMPTY_GEOMETRY : GeometryFault.NO_GEOMETRY;
        findings.add(
                new Finding("V-01", listed ? Severity.WARNS : Severity.BLOCKS, 0, "shape", fault.message(), Map.of()));
    }

    private Origin origin(MappedRow mapped, Content content, List<Finding> findings, long position) {
        String said = content.kind().id()
                + '\n'
                + content.fields().json()
                + '\n'
                + mapped.validFrom().map(Object::toString).orElse("")
                + '\n'
                + content.shapeAsGiven().or(content::shape).map(Shape::toString).orElse("");
        String hash = Sha256.of(said);
        if (!content.code().isEmpty()) {
            Long before = codes.putIfAbsent(content.kind().id() + ' ' + content.code(), position);
            if (before != null) {
                findings.add(Finding.of(
                        "V-19", Severity.BLOCKS, "code", "twice", Map.of("code", content.code(), "line", before)));
            }
            return new Origin("code", before == null ? content.code() : content.code() + "#" + position, hash);
        }
        String source = request.source().orElseGet(() -> stem(request.name()));
        if (mapped.key().isPresent()) {
            return new Origin(source, mapped.key().get(), hash);
        }
        int before = seen.merge(Long.parseUnsignedLong(hash.substring(0, 16), 16), 1, Integer::sum) - 1;
        if (before > 0) {
            count.equalRows++;
        }
        return new Origin(source, hash + "#" + before, hash);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
