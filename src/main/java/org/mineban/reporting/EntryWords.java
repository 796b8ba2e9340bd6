package org.mineban.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

/** The content of fields as data: the same in every language. */
public final class EntryWords {

    private EntryWords() {}

    /** A number plainly, the word of an absence, a date as ISO 8601, words and texts as they are; what could not be read as it was written. */
    public static String data(Entry entry) {
        return switch (entry.value()) {
            case Value.Quantity(Figure figure) ->
                figure instanceof Figure.Amount amount ? amount.value().toPlainString() : figure.key();
            case Value.Text(Map<Language, String> texts) ->
                texts.size() == 1
                        ? texts.values().iterator().next()
                        : texts.entrySet().stream()
                                .map(text -> text.getKey().code() + ": " + text.getValue())
                                .collect(Collectors.joining(" / "));
            case Value.Date(PartialDate date) -> date.toString();
            case Value.Words(List<String> words) -> String.join("; ", words);
            case Value.Flag(boolean yes) -> yes ? "yes" : "no";
            case Value.Attachment file -> file.name();
            case Value.Unread unread -> entry.written();
        };
    }
}
