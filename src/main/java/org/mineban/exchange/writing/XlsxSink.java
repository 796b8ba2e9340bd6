package org.mineban.exchange.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;

/** XLSX: the rows on one sheet, shapes as well-known text, the notes on another. */
final class XlsxSink implements FeatureSink {

    private static final int MOST_CHARACTERS = 32_000;
    private static final int MOST_ROWS = 1_000_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<ExportColumn> columns;
    private int row;
    private long shortened;
    private boolean closed;

    XlsxSink(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.columns = columns;
        out = new BufferedOutputStream(Files.newOutputStream(file));
        workbook = new Workbook(out, "Mineban", "1.0");
        Worksheet about = workbook.newWorksheet(ExportNotes.ABOUT);
        int line = 0;
        for (Map.Entry<String, String> note : notes.asMap().entrySet()) {
            about.value(line, 0, note.getKey());
            about.value(line++, 1, note.getValue());
        }
        about.width(0, 16);
        about.width(1, 100);
        about.finish();
        String name = layer.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        sheet = workbook.newWorksheet(
                name.isEmpty() || name.equals(ExportNotes.ABOUT)
                        ? "Rows"
                        : name.substring(0, Math.min(31, name.length())));
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).name());
        }
        sheet.value(0, columns.size(), "WKT");
        row = 1;
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) throws IOException {
        if (row > MOST_ROWS) {
            throw new IOException("more rows than a sheet holds");
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            switch (value) {
                case null -> {}
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("yyyy-mm-dd").set();
                }
                case Number number -> sheet.value(row, i, number);
                case Boolean truth -> sheet.value(row, i, truth);
                default -> sheet.value(row, i, cut(value.toString()));
            }
        }
        String text = Rings.wellKnown(shape);
        if (text.length() > MOST_CHARACTERS) {
            shortened++;
        } else if (!text.isEmpty()) {
            sheet.value(row, columns.size(), text);
        }
        if (++row % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** In a cell of text a formula is text; only what is too long has to be cut. */
    private String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        shortened++;
        return text.substring(0, MOST_CHARACTERS) + "…";
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
        closed = true;
    }

    @Override
    public long shortened() {
        return shortened;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
        }
        out.close();
    }
}
