package org.mineban.presentation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows as a file, one by one, so that a table of millions needs no memory. The rules for cells are those of {@link TableFiles}. */
public abstract class TableStream implements AutoCloseable {

    private static final String ELLIPSIS = "…";
    private static final int MOST_CHARACTERS_OF_A_CELL = 32_000;
    private static final int MOST_ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_AT_ONCE = 1000;

    private long shortened;

    private TableStream() {}

    /** What a file's ending says that it is. */
    public enum Kind {
        CSV,
        XLSX,
        /** One JSON object to a line. */
        JSONL;

        /** The kind of a file by its ending; empty for another. */
        public static Optional<Kind> ofFile(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Kind kind : values()) {
                if (lower.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Begins a file. The stream is left open by {@link #close()}. */
    public static TableStream begin(Kind kind, String name, List<String> columns, Language language, OutputStream out)
            throws IOException {
        return switch (kind) {
            case CSV -> new Csv(columns, out);
            case XLSX -> new Xlsx(name, columns, language, out);
            case JSONL -> new JsonLines(columns, out);
        };
    }

    /** Adds a row with as many cells as there are columns. */
    public abstract void row(List<@Nullable Object> cells) throws IOException;

    /** How many cells were too long for a workbook, and end with …; they are whole in the other kinds. */
    public long shortened() {
        return shortened;
    }

    @Override
    public abstract void close() throws IOException;

    private static final class Csv extends TableStream {

        private final Writer writer;
        private final CsvWriter csv;

        private Csv(List<String> columns, OutputStream out) throws IOException {
            writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\ufeff');
            csv = CsvWriter.builder().build(writer);
            csv.writeRecord(columns);
        }

        @Override
        public void row(List<@Nullable Object> cells) {
            csv.writeRecord(cells.stream().map(TableFiles::cellText).toList());
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            writer.flush();
        }
    }

    private static final class Xlsx extends TableStream {

        private final String name;
        private final List<String> columns;
        private final Language language;
        private final Workbook workbook;
        private Worksheet sheet;
        private int rows;
        private int sheets;

        private Xlsx(String name, List<String> columns, Language language, OutputStream out) throws IOException {
            this.name = name;
            this.columns = columns;
            this.language = language;
            workbook = new Workbook(out, "Mineban", "1.0");
            sheet = next(workbook, 1);
        }

        private Worksheet next(Workbook book, int number) {
            Worksheet added = book.newWorksheet(number == 1 ? name : name + " " + number);
            if (language.rightToLeft()) {
                added.rightToLeft();
            }
            added.freezePane(0, 1);
            for (int column = 0; column < columns.size(); column++) {
                added.value(0, column, columns.get(column));
            }
            added.range(0, 0, 0, columns.size() - 1).style().bold().set();
            sheets = number;
            rows = 1;
            return added;
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            if (rows > MOST_ROWS_OF_A_SHEET) {
                sheet.finish();
                sheet = next(workbook, sheets + 1);
            }
            for (int column = 0; column < cells.size(); column++) {
                TableFiles.write(sheet, rows, column, fitting(cells.get(column)));
            }
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        private @Nullable Object fitting(@Nullable Object cell) {
            if (cell instanceof String text && text.length() > MOST_CHARACTERS_OF_A_CELL) {
                super.shortened++;
                return text.substring(0, MOST_CHARACTERS_OF_A_CELL) + ELLIPSIS;
            }
            return cell;
        }

        @Override
        public void close() throws IOException {
            workbook.finish();
        }
    }

    private static final class JsonLines extends TableStream {

        private static final JsonMapper MAPPER = JsonMapper.shared();

        private final List<String> columns;
        private final Writer writer;

        private JsonLines(List<String> columns, OutputStream out) {
            this.columns = columns;
            writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), cells.get(i));
            }
            writer.write(MAPPER.writeValueAsString(object));
            writer.write('\n');
        }

        @Override
        public void close() throws IOException {
            writer.flush();
        }
    }
}
