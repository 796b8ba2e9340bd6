package org.mineban.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.mineban.exchange.ExportColumn;
import org.mineban.exchange.ExportNotes;
import org.mineban.exchange.FeatureWriter;

/** Rows that were kept apart, as a workbook with the reason in each row. Mended and brought again, they change only the records that wait for them. */
public final class QuarantineFile {

    private static final List<String> OURS = List.of(MendedRows.COLUMN, "mineban_checks", "mineban_reason");
    private static final String SHAPE_COLUMN = "WKT";

    private QuarantineFile() {}

    /**
     * Writes them.
     *
     * @param sentence what a finding says to people
     */
    public static void write(
            Path file, List<QuarantinedRow> rows, Function<Finding, String> sentence, ExportNotes notes) {
        SequencedSet<String> columns = new java.util.LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        boolean ownShapes = !columns.contains(SHAPE_COLUMN);
        List<ExportColumn> all = new ArrayList<>();
        columns.forEach(column -> all.add(ExportColumn.text(column)));
        OURS.forEach(column -> all.add(ExportColumn.text(column)));
        try (FeatureWriter writer = FeatureWriter.create(file, "Rows", all, notes)) {
            for (QuarantinedRow row : rows) {
                List<@Nullable Object> values = new ArrayList<>();
                columns.forEach(column -> values.add(row.cells().get(column)));
                values.add(row.token());
                values.add(
                        row.findings().stream()
                                .map(Finding::check)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .collect(Collectors.joining(" ")));
                values.add(row.findings().stream().map(sentence).distinct().collect(Collectors.joining(" ")));
                writer.add(
                        values,
                        ownShapes ? row.shape().map(QuarantineFile::geometry).orElse(null) : null);
            }
            writer.finish();
        }
    }

    private static @Nullable Geometry geometry(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
