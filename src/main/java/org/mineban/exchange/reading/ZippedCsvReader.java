package org.mineban.exchange.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.mineban.exchange.ReadingChoices;
import org.mineban.exchange.ReadingFinding;
import org.mineban.exchange.ReadingFinding.Kind;
import org.mineban.exchange.ReadingLimits;
import org.mineban.exchange.RecordStream;
import org.mineban.exchange.SourceTable;

/** Several CSV files in a ZIP archive, as ODK gives a form and its repeated groups: each is a table. */
final class ZippedCsvReader implements RecordReader {

    private final Archive archive;
    private final Map<String, CsvFileReader> readers = new LinkedHashMap<>();
    private final List<ReadingFinding> findings = new ArrayList<>();

    ZippedCsvReader(Path file, ReadingLimits limits, ReadingChoices choices) {
        archive = Archive.open(file, limits);
        try {
            for (ZipEntry entry : archive.entries()) {
                String name = entry.getName();
                if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || entry.getSize() == 0) {
                    findings.add(new ReadingFinding(Kind.FILE_NOT_READ, Map.of("value", name)));
                    continue;
                }
                CsvFileReader reader = new CsvFileReader(file, name, () -> archive.read(entry), limits, choices);
                readers.put(name, reader);
                findings.addAll(reader.findings());
            }
        } catch (RuntimeException refused) {
            archive.close();
            throw refused;
        }
        if (readers.isEmpty()) {
            archive.close();
            throw FileProblems.of("archive-without-table", Map.of("file", FileProblems.name(file)));
        }
    }

    @Override
    public List<SourceTable> tables() {
        return readers.values().stream()
                .flatMap(reader -> reader.tables().stream())
                .toList();
    }

    @Override
    public List<ReadingFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public RecordStream records(SourceTable table) {
        return java.util.Objects.requireNonNull(readers.get(table.name())).records(table);
    }

    @Override
    public void close() {
        archive.close();
    }
}
