package org.mineban.reporting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.SourceRow;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** The data dictionary: every field a report can have, read from {@code reporting/dictionary.csv}, in the order of the forms. */
public final class Dictionary {

    private static final String[] TYPES =
            Arrays.stream(Field.Type.values()).map(Dictionary::word).toArray(String[]::new);
    private static final String[] UNITS =
            Arrays.stream(Field.Unit.values()).map(Dictionary::word).toArray(String[]::new);

    private final Map<FieldId, Field> fields = new LinkedHashMap<>();
    private final Map<String, Field> byText = new HashMap<>();

    private Dictionary(FactTable table) {
        table.by("id");
        table.rows().forEach(row -> {
            Field field = field(row);
            fields.put(field.id(), field);
            byText.put(field.id().text(), field);
        });
    }

    /** The dictionary that comes with the program. */
    public static Dictionary load() {
        return new Dictionary(FactTable.resource(
                "reporting/dictionary.csv",
                FactColumn.of("id", Kind.TEXT),
                FactColumn.oneOf("type", TYPES),
                FactColumn.oneOf("unit", UNITS),
                FactColumn.of("many", Kind.YES_NO),
                FactColumn.text("codes"),
                FactColumn.oneOf("need", "mandatory", "conditional", "voluntary"),
                FactColumn.of("since", Kind.WHOLE_NUMBER),
                FactColumn.oneOf("trust", "V", "R", "P"),
                FactColumn.text("condition"),
                FactColumn.of("label", Kind.TEXT),
                FactColumn.of("hidden", Kind.YES_NO)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Field field(SourceRow row) {
        String codes = row.get("codes");
        return new Field(
                new FieldId(row.get("id")),
                Field.Type.valueOf(constant(row.get("type"))),
                Field.Unit.valueOf(constant(row.get("unit"))),
                row.get("many").equals("true"),
                codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1)),
                Field.Need.valueOf(constant(row.get("need"))),
                Integer.parseInt(row.get("since")),
                row.get("trust"),
                row.get("condition"),
                row.get("label"),
                row.get("hidden").equals("true"));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Every field, in the order of the forms. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** The fields of one subject, in the order of the forms. */
    public List<Field> fields(Subject subject) {
        return fields.values().stream()
                .filter(field -> field.id().prefix().equals(subject.prefix()))
                .toList();
    }

    /** The field of that id; empty when the dictionary has none. */
    public Optional<Field> find(FieldId id) {
        return Optional.ofNullable(fields.get(id));
    }

    /** The field that stands at that place. */
    public Optional<Field> find(FieldPath place) {
        return Optional.ofNullable(byText.get(place.idText()));
    }
}
