package org.mineban.submissions;

import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Value;

/** The content of a field as plain text of data: the same in every language, for audit, CSV and forms. */
public final class EntryText {

    private EntryText() {}

    /** The content of the field, numbers with a point and no grouping; the word of an absence, as {@code unknown}, where there is no number. */
    public static String data(Entry entry) {
        return switch (entry.value()) {
            case Value.Quantity(Figure figure) ->
                figure instanceof Figure.Amount amount ? amount.value().toPlainString() : figure.key();
            case Value.Text text ->
                text.byLanguage().values().stream()
                        .filter(one -> !one.isBlank())
                        .distinct()
                        .collect(Collectors.joining("\n"));
            case Value.Date(var date) -> date.toString();
            case Value.Words(var words) -> String.join("; ", words);
            case Value.Flag(boolean yes) -> yes ? "yes" : "no";
            case Value.Attachment file -> file.name();
            case Value.Unread unread -> entry.written();
        };
    }
}
