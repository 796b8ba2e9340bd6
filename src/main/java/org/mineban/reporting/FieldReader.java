package org.mineban.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.reporting.reading.WrittenArea;
import org.mineban.reporting.reading.WrittenDate;
import org.mineban.reporting.reading.WrittenNumber;

/**
 * Reads what a person wrote into a field: on a page, in a cell, in a document. What cannot be read in one way only is kept as {@link Value.Unread}, and the
 * checks ask about it.
 */
public final class FieldReader {

    private static final Set<String> YES = Set.of("yes", "true", "1", "x", "oui", "sí", "si", "да", "是", "نعم");
    private static final Set<String> NO = Set.of("no", "false", "0", "non", "нет", "否", "لا");

    private FieldReader() {}

    /**
     * What the text says.
     *
     * @param field what is wanted; an area without a unit is in square metres when the field's own unit is shown beside it
     * @param language of the report, by which numbers are read
     * @param unitShown whether the writer saw the unit of the field beside it
     */
    public static Entry read(Field field, String text, Language language, boolean unitShown) {
        String said = text.strip();
        Value value = value(field, said, language, unitShown);
        return Entry.of(value, says(value).equals(said) ? "" : said);
    }

    private static Value value(Field field, String said, Language language, boolean unitShown) {
        return switch (field.type()) {
            case INTEGER -> WrittenNumber.read(said, language, true);
            case DECIMAL ->
                field.unit() == Field.Unit.SQUARE_METRES
                        ? WrittenArea.read(
                                said,
                                language,
                                unitShown ? Optional.of(WrittenArea.Unit.SQUARE_METRES) : Optional.empty())
                        : WrittenNumber.read(said, language, false);
            case DATE, YEAR -> WrittenDate.read(said);
            case CODE -> codes(field, said);
            case STATE -> new Value.Words(list(said.toUpperCase(Locale.ROOT)));
            case NAMES, ORDNANCE -> new Value.Words(list(said));
            case FLAG -> flag(said);
            case FILE -> new Value.Attachment(said, "", "", -1);
            case TEXT -> Value.Text.of(language, said);
        };
    }

    private static List<String> list(String said) {
        return Arrays.stream(said.split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Value codes(Field field, String said) {
        List<String> words = list(said);
        return field.codes().containsAll(words) && !words.isEmpty()
                ? new Value.Words(words)
                : new Value.Unread("not-a-code", field.codes());
    }

    private static Value flag(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            return new Value.Flag(YES.contains(lower));
        }
        return new Value.Unread("not-yes-or-no", List.of());
    }

    /** The text that a value is by itself; empty where what was written has to be kept beside it. */
    private static String says(Value value) {
        return switch (value) {
            case Value.Quantity(
                    Figure.Amount(
                            java.math.BigDecimal number,
                            java.math.BigDecimal step,
                            Figure.Exactness exactness)) ->
                exactness == Figure.Exactness.EXACT ? number.toPlainString() : "";
            case Value.Quantity quantity -> "";
            case Value.Text text -> text.any();
            case Value.Date(var date) -> date.toString();
            case Value.Words(List<String> words) -> String.join(";", words);
            case Value.Flag(boolean yes) -> yes ? "yes" : "no";
            case Value.Attachment file -> file.name();
            case Value.Unread unread -> "";
        };
    }
}
