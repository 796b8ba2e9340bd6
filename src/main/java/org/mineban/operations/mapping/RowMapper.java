package org.mineban.operations.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.mineban.geography.Severity;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.ColumnUse;
import org.mineban.operations.Dictionary;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.FieldType;
import org.mineban.operations.Fields;
import org.mineban.operations.Finding;

/** Makes rows of one file into fields of records, by one mapping. */
public final class RowMapper {

    private final Dictionary dictionary;
    private final CodeWords words;
    private final Mapping mapping;
    private final Map<String, Values.Style> styles = new HashMap<>();

    /** @param sample rows of the file, which decide how its numbers and dates are written */
    public RowMapper(Dictionary dictionary, Mappings mappings, Mapping mapping, List<Map<String, String>> sample) {
        this.dictionary = dictionary;
        this.words = mappings.words();
        this.mapping = mapping;
        for (ColumnUse use : mapping.columns()) {
            List<String> cells = sample.stream()
                    .map(row -> row.getOrDefault(use.column(), ""))
                    .toList();
            styles.put(use.column(), style(use, cells));
        }
    }

    private Values.Style style(ColumnUse use, List<String> cells) {
        String target = use.target().orElse("");
        if (target.equals("@latitude") || target.equals("@longitude")) {
            return Values.decimalStyle(cells);
        }
        Optional<FieldType> type = dictionary.find(mapping.kind(), target).map(FieldDefinition::type);
        if (target.equals("valid_from") || type.equals(Optional.of(FieldType.DATE))) {
            return Values.dateStyle(cells);
        }
        return Values.decimalStyle(cells);
    }

    /** The mapping that rows are read by. */
    public Mapping mapping() {
        return mapping;
    }

    /** The day of which the whole file tells, when its profile says so. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(mapping.constants().get("valid_from"))
                .flatMap(PartialDate::find)
                .map(PartialDate::earliest);
    }

    /** Whether a row is one of the mapping's. */
    public boolean selects(Map<String, String> cells) {
        return mapping.select().entrySet().stream()
                .allMatch(one -> cells.getOrDefault(one.getKey(), "").equals(one.getValue()));
    }

    /** A row as fields. */
    public MappedRow map(Map<String, String> cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> pseudo = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        mapping.constants().forEach((target, text) -> put(target, text, fields, pseudo));
        for (ColumnUse use : mapping.columns()) {
            String text = cells.getOrDefault(use.column(), "").strip();
            if (use.target().isEmpty()) {
                if (!text.isEmpty()) {
                    fields.put(Fields.KEPT_COLUMN + use.column(), text);
                }
            } else if (!Values.nothing(text)) {
                read(use, use.target().get(), text, fields, pseudo, findings);
            }
        }
        month(pseudo, fields, findings);
        return new MappedRow(
                mapping.kind(),
                Optional.ofNullable(pseudo.get("code")),
                mapping.key().isEmpty()
                        ? Optional.empty()
                        : Optional.of(mapping.key().stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .collect(Collectors.joining("/"))),
                Optional.ofNullable(pseudo.get("valid_from"))
                        .flatMap(PartialDate::find)
                        .map(PartialDate::earliest),
                Fields.of(fields),
                coordinate("@longitude", pseudo),
                coordinate("@latitude", pseudo),
                findings);
    }

    private static void put(String target, String text, Map<String, String> fields, Map<String, String> pseudo) {
        (target.equals("code") || target.equals("valid_from") || target.startsWith("@") ? pseudo : fields)
                .put(target, text);
    }

    private static OptionalDouble coordinate(String name, Map<String, String> pseudo) {
        String text = pseudo.get(name);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private void read(
            ColumnUse use,
            String target,
            String text,
            Map<String, String> fields,
            Map<String, String> pseudo,
            List<Finding> findings) {
        Values.Style style = styles.getOrDefault(use.column(), Values.Style.NOT_KNOWN);
        switch (target) {
            case "code", "@year", "@month" -> pseudo.put(target, text);
            case "valid_from" ->
                Values.date(text, style)
                        .ifPresentOrElse(
                                date -> pseudo.put(target, date), () -> findings.add(unreadable(use, text, "date")));
            case "@latitude", "@longitude" ->
                Values.decimal(text, style)
                        .ifPresentOrElse(
                                number -> pseudo.put(target, number.toPlainString()),
                                () -> findings.add(unreadable(use, text, "decimal")));
            default -> {
                FieldDefinition field = dictionary.find(mapping.kind(), target).orElseThrow();
                value(field, use, text, style)
                        .ifPresentOrElse(
                                value -> fields.put(target, value),
                                () -> findings.add(
                                        field.codes().isPresent()
                                                ? unknownCode(field, use, text)
                                                : unreadable(
                                                        use,
                                                        text,
                                                        field.type().name().toLowerCase(java.util.Locale.ROOT))));
            }
        }
    }

    private Optional<String> value(FieldDefinition field, ColumnUse use, String text, Values.Style style) {
        return switch (field.type()) {
            case TEXT ->
                use.digits().isPresent() ? Values.digits(text, use.digits().get()) : Optional.of(text);
            case LINK -> Optional.of(text);
            case CODE -> words.code(field.codes().orElseThrow(), text);
            case CODES -> words.codes(field.codes().orElseThrow(), text);
            case INTEGER -> Values.whole(text);
            case DECIMAL ->
                Values.decimal(text, style)
                        .map(number -> number.stripTrailingZeros().toPlainString());
            case AREA -> Values.area(text, style);
            case DATE -> Values.date(text, style);
            case FLAG -> Values.flag(text);
        };
    }

    /** A year and a month in columns of their own are the date of records of this kind. */
    private void month(Map<String, String> pseudo, Map<String, String> fields, List<Finding> findings) {
        String year = pseudo.get("@year");
        String target = mapping.kind().dateField();
        if (year == null || fields.containsKey(target)) {
            return;
        }
        Optional<String> month = Optional.ofNullable(pseudo.get("@month"));
        Values.month(year, month)
                .ifPresentOrElse(
                        date -> fields.put(target, date),
                        () -> findings.add(Finding.of(
                                "V-52",
                                Severity.BLOCKS,
                                target,
                                "date",
                                Map.of("column", target, "value", year + " / " + month.orElse("")))));
    }

    private static Finding unreadable(ColumnUse use, String text, String expected) {
        return Finding.of(
                "V-52",
                Severity.BLOCKS,
                use.target().orElseThrow(),
                expected.equals("date") || expected.equals("flag") ? expected : "number",
                Map.of("column", use.column(), "value", text));
    }

    private Finding unknownCode(FieldDefinition field, ColumnUse use, String text) {
        return Finding.of(
                "V-40",
                Severity.BLOCKS,
                field.name(),
                "word",
                Map.of(
                        "column",
                        use.column(),
                        "value",
                        text,
                        "allowed",
                        String.join(", ", dictionary.codes(field.codes().orElseThrow()))));
    }
}
