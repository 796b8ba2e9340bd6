package org.mineban.submissions;

import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.Value;

/** The content of fields in words of one language. */
public record EntryWords(Narrator narrator) {

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
