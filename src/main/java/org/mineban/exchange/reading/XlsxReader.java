package org.mineban.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.mineban.exchange.Cells;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceRecord;
import org.mineban.exchange.SourceTable;

/**
 * XLSX, sheet by sheet and row by row. Days come as ISO days, with the time when the cell has one; numbers as they are stored, not as they are shown; of
 * formulas the result that the workbook kept.
 */
final class XlsxReader implements RecordReader {

    /** These are held in memory, so their size is bounded by itself. */
    private static final long MOST_SHARED_TEXT = 128L << 20;

    private static final int SAMPLE = 50;
    private static final Pattern NOT_OF_A_DAY = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern OF_A_DAY = Pattern.compile("(?i).*[ymdhs].*");

    private final Path file;
    private final ReadingLimits limits;
    private final ReadableWorkbook workbook;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final List<SourceTable> tables = new ArrayList<>();
    private final Map<String, ShapesInCells> shapes = new LinkedHashMap<>();
    private final List<ReadingFinding> findings = new ArrayList<>();

    XlsxReader(Path file, ReadingLimits limits) {
        this.file = file;
        this.limits = limits;
        refuseHostile();
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException | RuntimeException broken) {
            throw FileProblems.damaged(file, 0);
        }
        try {
            // What our own files say about themselves stands in front of the rows and is no table.
            List<Sheet> all = new ArrayList<>(workbook.getSheets().toList());
            if (all.size() > 1 && all.getFirst().getName().equals(ExportNotes.ABOUT)) {
                all.removeFirst();
            }
            all.forEach(this::look);
        } catch (RuntimeException broken) {
            close();
            throw broken instanceof org.mineban.kernel.ProblemException ? broken : FileProblems.damaged(file, 0);
        }
        if (tables.isEmpty()) {
            close();
            throw FileProblems.of("source-without-table", Map.of("file", FileProblems.name(file)));
        }
    }

    /** Reads every part once, counting: sizes that an archive claims may be lies, and the library would believe them. */
    private void refuseHostile() {
        try (Archive archive = Archive.open(file, limits)) {
            for (ZipEntry entry : archive.entries()) {
                boolean xml = entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml");
                try (InputStream in = archive.read(entry)) {
                    byte[] start = in.readNBytes(4096);
                    if (xml && new String(start, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                        throw FileProblems.of("source-xml-entity", Map.of("file", FileProblems.name(file)));
                    }
                    long size = start.length + in.transferTo(java.io.OutputStream.nullOutputStream());
                    if (size > MOST_SHARED_TEXT && entry.getName().endsWith("sharedStrings.xml")) {
                        throw archive.tooLarge(entry);
                    }
                }
            }
        } catch (IOException broken) {
            throw FileProblems.of("archive-broken", Map.of("file", FileProblems.name(file)));
        }
    }

    private void look(Sheet sheet) {
        Header header;
        List<SourceRecord> sample = new ArrayList<>();
        try (Pass pass = new Pass(sheet, null)) {
            header = pass.header();
            if (header.columns().isEmpty()) {
                return;
            }
            for (int i = 0; i < SAMPLE && pass.hasNext(); i++) {
                sample.add(pass.next());
            }
        }
        findings.addAll(header.findings());
        String name = sheet.getName();
        sheets.put(name, sheet);
        tables.add(new SourceTable(name, header.columns(), false));
        Optional<ShapesInCells> found = ShapesInCells.find(header.columns(), sample, limits.vertices());
        found.ifPresent(column -> {
            shapes.put(name, column);
            findings.add(column.finding());
        });
    }

    @Override
    public List<SourceTable> tables() {
        return List.copyOf(tables);
    }

    @Override
    public List<ReadingFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public RecordStream records(SourceTable table) {
        return new Pass(java.util.Objects.requireNonNull(sheets.get(table.name())), shapes.get(table.name()));
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException ignored) {
            // It was only read.
        }
    }

    private final class Pass extends PulledRecords {

        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final @Nullable ShapesInCells column;
        private final Header header;
        private long read;

        Pass(Sheet sheet, @Nullable ShapesInCells column) {
            super(file, limits);
            this.column = column;
            try {
                stream = sheet.openStream();
                rows = stream.iterator();
                header = firstRow();
            } catch (IOException | RuntimeException broken) {
                if (broken instanceof org.mineban.kernel.ProblemException problem) {
                    throw problem;
                }
                throw FileProblems.damaged(file, 0);
            }
        }

        Header header() {
            return header;
        }

        /** The first row with anything in it names the columns. */
        private Header firstRow() {
            while (rows.hasNext()) {
                List<String> texts = texts(rows.next(), List.of(), new ArrayList<>());
                while (!texts.isEmpty() && texts.getLast().isBlank()) {
                    texts.removeLast();
                }
                if (!texts.isEmpty()) {
                    if (texts.size() > limits.columns()) {
                        throw FileProblems.of(
                                "source-too-many-columns",
                                Map.of(
                                        "file",
                                        FileProblems.name(file),
                                        "count",
                                        texts.size(),
                                        "limit",
                                        limits.columns()));
                    }
                    return Header.of(texts);
                }
            }
            return new Header(List.of(), List.of());
        }

        @Override
        @Nullable
        SourceRecord pull(long position) {
            while (rows.hasNext()) {
                Row row = rows.next();
                read++;
                List<ReadingFinding> found = new ArrayList<>(0);
                List<String> values = texts(row, header.columns(), found);
                if (values.stream().allMatch(String::isBlank)) {
                    continue;
                }
                List<String> columns = header.columns();
                while (values.size() < columns.size()) {
                    values.add("");
                }
                while (values.size() > columns.size() && values.getLast().isBlank()) {
                    values.removeLast();
                }
                if (values.size() > columns.size()) {
                    found.add(new ReadingFinding(
                            Kind.TOO_MANY_CELLS, Map.of("cells", values.size(), "columns", columns.size())));
                    List<String> more = new ArrayList<>(columns);
                    for (int i = columns.size(); i < Math.min(values.size(), limits.columns()); i++) {
                        more.add("column_" + (i + 1));
                    }
                    columns = Header.of(more).columns();
                    values = values.subList(0, columns.size());
                }
                DamagedText.look(columns, values, found);
                SourceRecord record = new SourceRecord(
                        position, row.getRowNum(), Cells.of(columns, values), null, null, found, List.of());
                return column == null ? record : column.with(record);
            }
            return null;
        }

        private List<String> texts(Row row, List<String> columns, List<ReadingFinding> found) {
            List<String> texts = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < Math.min(row.getCellCount(), limits.columns() + 1); i++) {
                Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                String name = i < columns.size() ? columns.get(i) : "column_" + (i + 1);
                texts.add(cell == null ? "" : text(cell, name, found));
            }
            return texts;
        }

        private String text(Cell cell, String column, List<ReadingFinding> found) {
            if (cell.getType() == CellType.ERROR
                    || (cell.getRawValue() != null && cell.getRawValue().startsWith("#"))) {
                String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
                boolean error =
                        cell.getType() == CellType.ERROR || raw.matches("#(N/A|REF!|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!)");
                if (error) {
                    found.add(new ReadingFinding(Kind.ERROR_CELL, Map.of("column", column, "value", raw)));
                    return "";
                }
            }
            if (cell.getType() == CellType.FORMULA
                    || (cell.getFormula() != null && !cell.getFormula().isEmpty())) {
                found.add(new ReadingFinding(Kind.FORMULA, Map.of("column", column)));
            }
            String text = plain(cell);
            if (text.length() > limits.cellCharacters()) {
                found.add(
                        new ReadingFinding(Kind.CELL_CUT, Map.of("column", column, "limit", limits.cellCharacters())));
                return text.substring(0, limits.cellCharacters());
            }
            return text;
        }

        @Override
        public double done() {
            return read == 0 ? 0 : Math.min(0.99, read / (read + 1000.0));
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private static String plain(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "true" : "false";
        }
        boolean number = raw != null && (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA);
        if (!number) {
            Object value = cell.getValue();
            return value instanceof String text ? text : cell.getText();
        }
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException text) {
            return raw;
        }
        if (day(cell.getDataFormatString()) && value >= 0 && value < 2_958_466) {
            return day(cell, value);
        }
        // A workbook stores 0.1 as 0.10000000000000001; the shortest number that means the same is what somebody wrote.
        String shortest = raw.length() > 15 ? new BigDecimal(Double.toString(value)).toPlainString() : raw;
        return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
    }

    private static String day(Cell cell, double value) {
        if (value < 1) {
            return LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(value * 86_400)))
                    .toString();
        }
        LocalDateTime moment;
        if (cell.getType() == CellType.NUMBER) {
            moment = cell.asDate();
        } else {
            moment = LocalDateTime.of(1899, 12, 30, 0, 0)
                    .plusDays((long) Math.floor(value))
                    .plusSeconds(Math.round((value - Math.floor(value)) * 86_400));
        }
        LocalDateTime second = moment.plusNanos(500_000_000).withNano(0);
        return second.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? second.toLocalDate().toString()
                : second.toString();
    }

    private static boolean day(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        return OF_A_DAY.matcher(NOT_OF_A_DAY.matcher(format).replaceAll("")).matches();
    }
}
