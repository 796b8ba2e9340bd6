package org.mineban.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.SourceRow;

/**
 * A file of facts, read and checked whole: UTF-8, comma, header row. A row that breaks its column's rule stops the loading with file, line,
 * column, value and what was expected; nothing is skipped.
 *
 * @param file resource name, such as {@code parties/states.csv}
 * @param columns the columns, in order
 * @param rows every row, in order
 */
public record FactTable(String file, List<FactColumn> columns, List<SourceRow> rows) {

    public FactTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Reads a resource of the program. */
    public static FactTable resource(String file, FactColumn... columns) {
        InputStream stream = FactTable.class.getClassLoader().getResourceAsStream(file);
        if (stream == null) {
            throw broken(file, 0, "", "", "file");
        }
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(file, reader, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads from an open reader; {@code file} is what messages call it. */
    public static FactTable read(String file, Reader reader, FactColumn... columns) {
        List<SourceRow> rows = new ArrayList<>();
        List<FactColumn> expected = List.of(columns);
        boolean headerSeen = false;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(reader)) {
            for (CsvRecord csvRow : csv) {
                int line = Math.toIntExact(csvRow.getStartingLineNumber());
                if (!headerSeen) {
                    checkHeader(file, csvRow, expected);
                    headerSeen = true;
                } else {
                    rows.add(row(file, line, csvRow, expected));
                }
            }
        } catch (CsvParseException e) {
            throw broken(file, 0, "", String.valueOf(e.getMessage()), "csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!headerSeen) {
            throw broken(
                    file,
                    1,
                    String.join(",", expected.stream().map(FactColumn::name).toList()),
                    "",
                    "header");
        }
        return new FactTable(file, expected, rows);
    }

    /** The rows that have one value each, by that value; a second row with the same value stops the loading. */
    public Map<String, SourceRow> by(String column) {
        Map<String, SourceRow> byValue = new LinkedHashMap<>();
        for (SourceRow row : rows) {
            if (byValue.putIfAbsent(row.get(column), row) != null) {
                throw broken(file, row.line(), column, row.get(column), "unique");
            }
        }
        return byValue;
    }

    /** Each row made into something, in order. */
    public <T> List<T> map(Function<SourceRow, T> reading) {
        return rows.stream().map(reading).toList();
    }

    /** How many rows have each confidence; a file without that column gives nothing. */
    public Map<Confidence, Long> confidences() {
        Map<Confidence, Long> counts = new java.util.EnumMap<>(Confidence.class);
        if (columns.stream().anyMatch(column -> column.name().equals("confidence"))) {
            rows.forEach(row -> counts.merge(row.confidence(), 1L, Long::sum));
        }
        return counts;
    }

    /** A fact that breaks a rule which one column alone cannot express. */
    public static ProblemException broken(SourceRow row, String column, String expectedKey) {
        return broken(row.file(), row.line(), column, row.get(column), expectedKey);
    }

    private static void checkHeader(String file, CsvRecord header, List<FactColumn> expected) {
        List<String> names = expected.stream().map(FactColumn::name).toList();
        if (!header.getFields().equals(names)) {
            throw broken(file, 1, String.join(",", names), String.join(",", header.getFields()), "header");
        }
    }

    private static SourceRow row(String file, int line, CsvRecord csvRow, List<FactColumn> columns) {
        if (csvRow.getFieldCount() != columns.size()) {
            throw broken(file, line, "", csvRow.getFieldCount() + " / " + columns.size(), "field-count");
        }
        LinkedHashMap<String, String> fields = new LinkedHashMap<>();
        @Nullable Confidence confidence = null;
        for (int i = 0; i < columns.size(); i++) {
            FactColumn column = columns.get(i);
            String text = csvRow.getField(i);
            if (!column.accepts(text)) {
                String expected = column.kind() == FactColumn.Kind.ONE_OF
                        ? "one-of:" + String.join(", ", column.allowed())
                        : column.kind()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-');
                throw broken(file, line, column.name(), text, expected);
            }
            fields.put(column.name(), text);
            if (column.kind() == FactColumn.Kind.CONFIDENCE) {
                confidence = Confidence.find(text).orElseThrow();
            }
        }
        return SourceRow.of(file, line, fields, confidence == null ? Confidence.VERIFIED1 : confidence);
    }

    private static ProblemException broken(String file, int line, String column, String value, String expected) {
        int colon = expected.indexOf(':');
        return new Problem(
                        "broken-fact",
                        Problem.Kind.CANNOT_BE_DONE,
                        Map.of(
                                "file",
                                file,
                                "line",
                                line,
                                "column",
                                column.isEmpty() ? "none" : column,
                                "value",
                                value,
                                "expected",
                                colon < 0 ? expected : expected.substring(0, colon),
                                "allowed",
                                colon < 0 ? "" : expected.substring(colon + 1)))
                .asException();
    }
}
