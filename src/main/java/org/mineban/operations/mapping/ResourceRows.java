package org.mineban.operations.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** Rows of the tables that come with the program. */
final class ResourceRows {

    private ResourceRows() {}

    static void read(String file, Consumer<NamedCsvRecord> reader) {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(
                                ResourceRows.class.getClassLoader().getResourceAsStream(file), file),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
