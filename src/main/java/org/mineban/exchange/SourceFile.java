package org.mineban.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mineban.exchange.reading.FileKind;
import org.mineban.exchange.reading.FileProblems;
import org.mineban.exchange.reading.RecordReader;

/**
 * A file that somebody brought, opened for reading. Its tables are read record by record; memory stays bounded whatever the size of the file.
 *
 * <p>A file that cannot be read is refused with a {@link org.mineban.kernel.ProblemException}: what is wrong, where, and what to do.
 */
public final class SourceFile implements AutoCloseable {

    private final Path file;
    private final Format format;
    private final RecordReader reader;

    private SourceFile(Path file, Format format, RecordReader reader) {
        this.file = file;
        this.format = format;
        this.reader = reader;
    }

    /** Opens a file about which nobody said anything. */
    public static SourceFile open(Path file, ReadingLimits limits) {
        return open(file, limits, ReadingChoices.NONE);
    }

    /** Opens a file; what it is, is judged by what is in it. */
    public static SourceFile open(Path file, ReadingLimits limits, ReadingChoices choices) {
        Format format = FileKind.of(file, limits);
        return new SourceFile(file, format, RecordReader.of(format, file, limits, choices));
    }

    public Format format() {
        return format;
    }

    /** Its tables, in the order of the file; at least one. */
    public List<SourceTable> tables() {
        return reader.tables();
    }

    /** The table of that name. */
    public SourceTable table(String name) {
        return tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FileProblems.of(
                        "source-table-unknown",
                        Map.of(
                                "file", file.getFileName().toString(),
                                "value", name,
                                "allowed",
                                        String.join(
                                                ", ",
                                                tables().stream()
                                                        .map(SourceTable::name)
                                                        .toList()))));
    }

    /** Columns of the first table. */
    public List<String> columns() {
        return tables().getFirst().columns();
    }

    /** What was found about the file as a whole when it was opened. */
    public List<ReadingFinding> findings() {
        return reader.findings();
    }

    /** A pass over the records of the first table. Close it before the next pass begins. */
    public RecordStream records() {
        return records(tables().getFirst().name());
    }

    /** A pass over the records of the table of that name. Close it before the next pass begins. */
    public RecordStream records(String table) {
        return reader.records(table(table));
    }

    @Override
    public void close() {
        reader.close();
    }
}
