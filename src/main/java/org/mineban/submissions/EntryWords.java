package org.mineban.submissions;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Value;

/** The content of fields in words of one language. */
public record EntryWords(Narrator narrator) {

    private static final String NAMES_A_FIELD = "env.claim[].figure";

    /** The content of a field, as a reader of the language reads it. What could not be read stands as it was written. */
    public String say(Field field, Entry entry) {
        return switch (entry.value()) {
            case Value.Quantity(Figure figure) -> figure(figure);
            case Value.Text text -> text(text);
            case Value.Date(var date) -> narrator.formats().date(date);
            case Value.Words(var words) ->
                narrator.formats()
                        .list(words.stream().map(word -> word(field, word)).toList());
            case Value.Flag(boolean yes) -> narrator.say(yes ? "report.yes" : "report.no");
            case Value.Attachment file -> narrator.isolated(file.name());
            case Value.Unread unread -> entry.written();
        };
    }

    /** As {@link #say(Field, Entry)}; a field that names another field, as a letter does for its figures, is said in words too. */
    public String say(Dictionary dictionary, Field field, Entry entry) {
        return NAMES_A_FIELD.equals(field.id().text()) && entry.value() instanceof Value.Text text
                ? FieldPath.find(text.any())
                        .filter(place -> dictionary.find(place).isPresent())
                        .map(place -> place(dictionary, place))
                        .orElseGet(() -> say(field, entry))
                : say(field, entry);
    }

    /** The name of a field with the section it stands in, as “Mined areas: Size (Confirmed hazardous area)”. */
    public String place(Dictionary dictionary, FieldPath place) {
        Optional<Field> field = dictionary.find(place);
        String status = place.steps().stream()
                .map(FieldPath.Step::name)
                .filter(name -> name.equals("CHA") || name.equals("SHA"))
                .findFirst()
                .map(name -> narrator.say("report-code." + name))
                .orElse("none");
        String section = place.subject()
                .map(subject -> narrator.say("subject." + subject.key()))
                .orElseGet(() -> narrator.say("report.part.title"));
        return field.map(known -> narrator.say(
                        "report.place",
                        Map.of("section", section, "field", narrator.say("field." + known.label()), "status", status)))
                .orElse(place.steps().size() == 1 ? section : place.text());
    }

    /** A figure, or the kind of its absence. */
    public String figure(Figure figure) {
        return figure instanceof Figure.Amount amount
                ? narrator.formats().number(amount.value())
                : narrator.say("figure." + figure.key());
    }

    private String text(Value.Text text) {
        String own = text.byLanguage().getOrDefault(narrator.language(), "");
        return own.isBlank()
                ? text.byLanguage().values().stream()
                        .filter(one -> !one.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"))
                : own;
    }

    private String word(Field field, String word) {
        if (field.type() == Field.Type.STATE && word.matches("[A-Z]{3}")) {
            return narrator.state(new StateCode(word));
        }
        if (field.id().text().equals("env.language")) {
            return Language.find(word)
                    .map(language -> narrator.say("language." + language.code()))
                    .orElse(word);
        }
        return field.codes().contains(word) ? narrator.say("report-code." + word) : word;
    }
}
