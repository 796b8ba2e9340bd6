package org.mineban.operations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Which fields each kind of record has, and which words each code list: {@code operations/fields.csv} and {@code operations/codes.csv}. */
public final class Dictionary {

    private static final String FIELDS = "operations/fields.csv";
    private static final String CODES = "operations/codes.csv";

    private final Map<Kind, SequencedMap<String, FieldDefinition>> fields = new EnumMap<>(Kind.class);
    private final Map<String, List<String>> codes = new LinkedHashMap<>();

    /** Reads both files; a row that does not make sense stops the start and names itself. */
    public Dictionary() {
        for (Kind kind : Kind.values()) {
            fields.put(kind, new LinkedHashMap<>());
        }
        rows(
                CODES,
                row -> codes.computeIfAbsent(row.getField("list"), list -> new ArrayList<>())
                        .add(row.getField("code")));
        rows(FIELDS, this::field);
    }

    private void field(NamedCsvRecord row) {
        String where = FIELDS + ":" + row.getStartingLineNumber();
        String name = row.getField("field");
        FieldType type = FieldType.valueOf(row.getField("type").toUpperCase(Locale.ROOT));
        String list = row.getField("list");
        boolean coded = type == FieldType.CODE || type == FieldType.CODES;
        if (coded != codes.containsKey(list)) {
            throw new IllegalStateException(where + ": " + name + " and the code list “" + list + "” do not fit");
        }
        for (String kindId : row.getField("kinds").split(" ", -1)) {
            Kind kind = Kind.find(kindId).orElseThrow(() -> new IllegalStateException(where + ": no kind " + kindId));
            FieldDefinition definition = new FieldDefinition(
                    kind,
                    name,
                    type,
                    coded ? Optional.of(list) : Optional.empty(),
                    type == FieldType.LINK
                            ? Optional.of(Kind.find(list)
                                    .orElseThrow(() -> new IllegalStateException(where + ": no kind " + list)))
                            : Optional.empty(),
                    row.getField("need").equals("mandatory")
                            ? FieldDefinition.Need.MANDATORY
                            : FieldDefinition.Need.OPTIONAL);
            if (of(kind).put(name, definition) != null) {
                throw new IllegalStateException(where + ": " + kindId + " has " + name + " already");
            }
        }
    }

    private static void rows(String file, Consumer<NamedCsvRecord> reader) {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Dictionary.class.getClassLoader().getResourceAsStream(file), file),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SequencedMap<String, FieldDefinition> of(Kind kind) {
        return Objects.requireNonNull(fields.get(kind));
    }

    /** The fields of a kind by name, in the order of the dictionary. */
    public SequencedMap<String, FieldDefinition> fields(Kind kind) {
        return Collections.unmodifiableSequencedMap(of(kind));
    }

    /** The field of that name; empty when records of the kind have none. */
    public Optional<FieldDefinition> find(Kind kind, String name) {
        return Optional.ofNullable(of(kind).get(name));
    }

    /** The words of a code list, in the order of the dictionary. */
    public List<String> codes(String list) {
        return Collections.unmodifiableList(Objects.requireNonNull(codes.get(list), list));
    }

    /** Every code list by name. */
    public Map<String, List<String>> codes() {
        return Collections.unmodifiableMap(codes);
    }
}
