package org.mineban.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mineban.exchange.writing.FeatureSink;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;

/**
 * Writes rows with shapes as a file, one by one, in a format that the ending of its name says. The file appears when {@link #finish()} has written all of it;
 * closed before, nothing of it remains.
 *
 * <p>Shapes are on WGS 84, longitude first. Texts that a spreadsheet would take for formulas are written so that it does not.
 */
public final class FeatureWriter implements AutoCloseable {

    private final Path file;
    private final Path unfinished;
    private final List<ExportColumn> columns;
    private final FeatureSink sink;
    private boolean finished;

    private FeatureWriter(Path file, Path unfinished, List<ExportColumn> columns, FeatureSink sink) {
        this.file = file;
        this.unfinished = unfinished;
        this.columns = columns;
        this.sink = sink;
    }

    /** The endings of formats that are written. */
    public static List<String> endings() {
        return Arrays.stream(Format.values())
                .filter(Format::written)
                .map(format -> format.endings().getFirst())
                .toList();
    }

    /** Begins a file; its layer or sheet has that name. */
    public static FeatureWriter create(Path file, String layer, List<ExportColumn> columns, ExportNotes notes) {
        String name = String.valueOf(file.getFileName());
        Format format = Format.ofName(name)
                .filter(Format::written)
                .orElseThrow(() -> new Problem(
                                "export-format-unknown",
                                Problem.Kind.WRONG_USAGE,
                                Map.of(
                                        "value",
                                        name,
                                        "allowed",
                                        endings().stream().collect(Collectors.joining(", "))))
                        .asException());
        Path unfinished = file.resolveSibling("." + name + ".part");
        try {
            Files.deleteIfExists(unfinished);
            return new FeatureWriter(
                    file,
                    unfinished,
                    List.copyOf(columns),
                    FeatureSink.of(format, unfinished, layer, List.copyOf(columns), notes));
        } catch (IOException e) {
            throw notWritten(file);
        }
    }

    private static ProblemException notWritten(Path file) {
        return new Problem(
                        "export-not-written",
                        Problem.Kind.UNAVAILABLE,
                        Map.of("file", String.valueOf(file.getFileName())))
                .asException();
    }

    /**
     * Adds a row.
     *
     * @param values one for each column; null for what is unknown
     * @param shape null where the place is unknown
     */
    public void add(List<@Nullable Object> values, @Nullable Geometry shape) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
        try {
            sink.add(values, shape);
        } catch (IOException e) {
            throw notWritten(file);
        }
    }

    /** Completes the file and puts it in its place. */
    public void finish() {
        try {
            sink.finish();
            sink.close();
            finished = true;
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notWritten(file);
        }
    }

    /** How many texts or shapes the format had no room for: they are cut, or in a workbook a shape is left out. */
    public long shortened() {
        return sink.shortened();
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            sink.close();
        } catch (IOException ignored) {
            // It is thrown away.
        }
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw notWritten(file);
        }
    }
}
