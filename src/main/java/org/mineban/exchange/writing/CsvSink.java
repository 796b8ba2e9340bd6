package org.mineban.exchange.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;

/**
 * CSV in UTF-8 with its mark, shapes as well-known text in the column WKT. The format has no place for notes, so that they are columns at the end: the day of
 * the data in each row, the rest in the first.
 */
final class CsvSink implements FeatureSink {

    private final CsvWriter csv;
    private final ExportNotes notes;
    private boolean first = true;

    CsvSink(Path file, List<ExportColumn> columns, ExportNotes notes) throws IOException {
        this.notes = notes;
        Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write('\ufeff');
        csv = CsvWriter.builder().build(out);
        List<String> header =
                new ArrayList<>(columns.stream().map(ExportColumn::name).toList());
        header.add("WKT");
        header.addAll(
                notes.asMap().keySet().stream().map(name -> "export_" + name).toList());
        csv.writeRecord(header);
    }

    @Override
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) {
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(Rings.harmless(value));
        }
        row.add(Rings.wellKnown(shape));
        notes.asMap().forEach((name, note) -> row.add(first || name.equals("dataDate") ? Rings.harmless(note) : ""));
        first = false;
        csv.writeRecord(row);
    }

    @Override
    public void finish() {}

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
