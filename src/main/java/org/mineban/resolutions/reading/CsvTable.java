package org.mineban.resolutions.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A controlled list: a comma-separated resource with a header row. */
record CsvTable(List<Map<String, String>> rows) {

    CsvTable {
        rows = List.copyOf(rows);
    }

    /** Loads {@code resolutions/NAME}; a fault in it is ours, and says where it is. */
    static CsvTable load(String name) {
        String path = "resolutions/" + name;
        InputStream stream = CsvTable.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("The program lacks its list " + path);
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new CsvTable(csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
