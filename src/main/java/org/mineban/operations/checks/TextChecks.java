package org.mineban.operations.checks;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.disclosure.PersonalData;
import org.mineban.kernel.PartialDate;
import org.mineban.operations.CheckContext;
import org.mineban.operations.Examined;
import org.mineban.operations.FieldDefinition;
import org.mineban.operations.FieldType;
import org.mineban.operations.Fields;

/** The texts of a record: numbers that are none, damaged letters, what says who somebody is. */
final class TextChecks {

    /** UTF-8 that was read as Windows-1252, and the sign that programs put for a letter they could not read. */
    private static final Pattern DAMAGE = Pattern.compile("[ÃÂÐÑØÙ][\u0080-¿]|â€|\uFFFD");

    /** In columns that nobody here named, only what is nothing else is told. */
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d.,])\\+\\d[\\d ()-]{7,}\\d");

    /** The one text that is a code of somebody else's system, and may look like the number of a paper. */
    private static final String REFERENCE = "reference";

    private static final Set<String> PERSONAL_COLUMNS = Set.of(
            "name",
            "surname",
            "firstname",
            "lastname",
            "fullname",
            "nombre",
            "nombres",
            "apellido",
            "apellidos",
            "nom",
            "prénom",
            "prenom",
            "имя",
            "фамилия",
            "phone",
            "telephone",
            "telefono",
            "teléfono",
            "email",
            "mail",
            "address",
            "direccion",
            "dirección",
            "adresse",
            "passport",
            "victimname",
            "reporter",
            "informant");

    private static final Set<Character.UnicodeScript> NO_SCRIPT = EnumSet.of(
            Character.UnicodeScript.COMMON, Character.UnicodeScript.INHERITED, Character.UnicodeScript.UNKNOWN);

    private TextChecks() {}

    /** Every number and date of a record can be read as what its field is. */
    static void v52(Examined record, CheckContext context, Answers answers) {
        record.fields().texts().forEach((name, text) -> {
            FieldDefinition field = context.dictionary().fields(record.kind()).get(name);
            if (field != null && !readable(field.type(), text)) {
                answers.blocks(
                        name,
                        "",
                        Map.of("value", text, "type", field.type().name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private static boolean readable(FieldType type, String text) {
        return switch (type) {
            case INTEGER -> text.matches("-?\\d{1,18}");
            case DECIMAL, AREA -> decimal(text);
            case DATE -> PartialDate.find(text).isPresent();
            case FLAG -> text.equals("yes") || text.equals("no");
            case TEXT, CODE, CODES, LINK -> true;
        };
    }

    private static boolean decimal(String text) {
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** Letters that an encoding has spoiled, and codes with letters of two scripts that look alike. */
    static void v53(Examined record, CheckContext context, Answers answers) {
        damage("code", record.code(), answers);
        record.fields().texts().forEach((name, text) -> damage(name, text, answers));
        if (mixed(record.code())) {
            answers.warns("code", "scripts", Map.of("value", record.code()));
        }
    }

    static void damage(String field, String text, Answers answers) {
        if (damaged(text)) {
            answers.warns(field, "", Map.of("value", text));
        }
    }

    static boolean damaged(String text) {
        return DAMAGE.matcher(text).find();
    }

    static boolean mixed(String code) {
        return code.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(script -> !NO_SCRIPT.contains(script))
                        .distinct()
                        .count()
                > 1;
    }

    /** Nothing outside the vault says who somebody is or how to reach them. The finding does not repeat it. */
    static void v54(Examined record, CheckContext context, Answers answers) {
        record.fields().texts().forEach((name, text) -> {
            boolean kept = name.startsWith(Fields.KEPT_COLUMN);
            FieldDefinition field = context.dictionary().fields(record.kind()).get(name);
            if (kept || (field != null && field.type() == FieldType.TEXT)) {
                personal(name, text, kept, answers);
            }
            if (kept && personalColumn(name.substring(Fields.KEPT_COLUMN.length()))) {
                answers.blocks(name, "column", Map.of("column", name.substring(Fields.KEPT_COLUMN.length())));
            }
        });
    }

    static boolean personalColumn(String column) {
        return PERSONAL_COLUMNS.contains(column.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", ""));
    }

    private static void personal(String field, String text, boolean kept, Answers answers) {
        Optional<String> found = kept || field.equals(REFERENCE)
                ? EMAIL.matcher(text).find()
                        ? Optional.of("email")
                        : TELEPHONE.matcher(text).find() ? Optional.of("phone") : Optional.empty()
                : PersonalData.find(text).stream().findFirst().map(one -> variant(one.kind()));
        found.ifPresent(variant -> answers.blocks(field, variant, Map.of("field", field)));
    }

    private static String variant(PersonalData.Kind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case TELEPHONE -> "phone";
            case ID_NUMBER -> "number";
            case NAME -> "name";
        };
    }
}
