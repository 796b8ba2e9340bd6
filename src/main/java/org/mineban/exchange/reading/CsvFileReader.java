package org.mineban.exchange.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.mineban.kernel.ProblemException;

/** CSV as programs really write it: any usual delimiter and encoding, line breaks in quotes, rows of different length. */
final class CsvFileReader implements RecordReader {

    private static final int SNIFFED = 64 * 1024;
    private static final int SAMPLE = 50;

    private final Path file;
    private final TextEncoding.InputStreamSource source;
    private final ReadingLimits limits;
    private final Charset charset;
    private final int mark;
    private final char delimiter;
    private final SourceTable table;
    private final @Nullable ShapesInCells shapes;
    private final List<ReadingFinding> findings = new ArrayList<>();

    CsvFileReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        this(file, FileProblems.name(file), () -> Files.newInputStream(file), limits, choices);
    }

    /** Reads a text that is a part of the file, as a table of that name. */
    CsvFileReader(
            Path file,
            String name,
            TextEncoding.InputStreamSource source,
            ReadingLimits limits,
            ReadingChoices choices) {
        this.file = file;
        this.source = source;
        this.limits = limits;
        try {
            TextEncoding found = TextEncoding.of(source);
            charset = choices.charset().orElse(found.charset());
            mark = found.mark();
            if (found.guessed() && choices.charset().isEmpty()) {
                findings.add(new ReadingFinding(Kind.CHARSET_GUESSED, Map.of("charset", charset.name())));
            }
            try (Reader start = reader(source.open())) {
                char[] sample = new char[SNIFFED];
                int length = 0;
                for (int read = 0; read >= 0 && length < SNIFFED; length += Math.max(0, read)) {
                    read = start.read(sample, length, SNIFFED - length);
                }
                delimiter = choices.delimiter().orElseGet(() -> Delimiters.of(new String(sample).strip()));
            }
            Header header = header();
            findings.addAll(header.findings());
            table = new SourceTable(name, header.columns(), false);
            shapes = shapes().orElse(null);
            if (shapes != null) {
                findings.add(shapes.finding());
            }
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    /** A column of shapes, if the first records have one. */
    private Optional<ShapesInCells> shapes() throws IOException {
        List<SourceRecord> sample = new ArrayList<>();
        try (Pass pass = new Pass()) {
            for (int i = 0; i < SAMPLE && pass.hasNext(); i++) {
                sample.add(pass.next());
            }
        } catch (ProblemException damaged) {
            // The pass over the records says so.
        }
        return ShapesInCells.find(table.columns(), sample, limits.vertices());
    }

    private Header header() {
        try (Pass pass = new Pass()) {
            return Header.of(pass.written);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof ProblemException problem) {
                throw problem;
            }
            throw FileProblems.damaged(file, 0);
        }
    }

    private Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
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
            return new Pass();
        } catch (IOException e) {
            throw FileProblems.notReadable(file);
        }
    }

    /** A pass from the first row after the header. */
    private final class Pass extends PulledRecords {

        private final CountedStream counted;
        private final CloseableIterator<CsvRecord> rows;
        private final List<String> written;

        Pass() throws IOException {
            super(file, limits);
            counted = new CountedStream(source.open(), Files.size(file));
            rows = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .skipEmptyLines(true)
                    .maxBufferSize(Math.max(1 << 16, limits.cellCharacters() * 4))
                    .ofCsvRecord(reader(counted))
                    .iterator();
            written = rows.hasNext() ? rows.next().getFields() : List.of();
            if (written.size() > limits.columns()) {
                close();
                throw FileProblems.of(
                        "source-too-many-columns",
                        Map.of("file", FileProblems.name(file), "count", written.size(), "limit", limits.columns()));
            }
        }

        @Override
        @Nullable
        SourceRecord pull(long position) {
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                List<String> values = row.getFields();
                if (values.stream().allMatch(String::isBlank)) {
                    continue;
                }
                return record(position, row.getStartingLineNumber(), values);
            }
            return null;
        }

        private SourceRecord record(long position, long line, List<String> values) {
            List<ReadingFinding> found = new ArrayList<>(0);
            List<String> columns = table.columns();
            if (values.size() != columns.size()) {
                Map<String, Object> sizes = Map.of("cells", values.size(), "columns", columns.size());
                if (values.size() < columns.size()) {
                    found.add(new ReadingFinding(Kind.TOO_FEW_CELLS, sizes));
                    columns = columns.subList(0, values.size());
                } else {
                    found.add(new ReadingFinding(Kind.TOO_MANY_CELLS, sizes));
                    List<String> more = new ArrayList<>(columns);
                    for (int i = columns.size(); i < Math.min(values.size(), limits.columns()); i++) {
                        more.add("column_" + (i + 1));
                    }
                    columns = Header.of(more).columns();
                    values = values.subList(0, columns.size());
                }
            }
            DamagedText.look(columns, values, found);
            SourceRecord record =
                    new SourceRecord(position, line, Cells.of(columns, values), null, null, found, List.of());
            ShapesInCells column = shapes;
            return column == null ? record : column.with(record);
        }

        @Override
        public double done() {
            return counted.done();
        }

        @Override
        public void close() {
            try {
                rows.close();
            } catch (IOException ignored) {
                // It was only read.
            }
        }
    }
}
