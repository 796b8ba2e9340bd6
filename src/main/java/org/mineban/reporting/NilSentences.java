package org.mineban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.platform.Formats;
import org.mineban.platform.Messages;
import org.mineban.reporting.reading.NilWords;

/**
 * Definitive sentences that a person is offered in place of "N/A", "néant" or "-", in the report's language. They are offers: a person chooses the one that
 * is true, and nothing is filled in by itself.
 */
public final class NilSentences {

    private final Messages messages;
    private final Language language;
    private final Formats formats;

    public NilSentences(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.formats = new Formats(language);
    }

    /**
     * The sentences for a subject, the most definite first: at least three.
     *
     * @param stateName in the language of the report
     * @param facts what the record says of the State; what it says to be done is offered with its day
     * @param lastReported the year of the last report that tells the subject
     */
    public List<String> of(
            Subject subject,
            String stateName,
            LocalDate from,
            LocalDate to,
            StateFacts facts,
            OptionalInt lastReported) {
        Map<String, Object> values = new java.util.HashMap<>(
                Map.of("state", stateName, "from", formats.date(from), "to", formats.date(to), "year", "", "day", ""));
        List<String> sentences = new ArrayList<>();
        recorded(subject, facts).ifPresent(fact -> {
            values.put("day", formats.date(fact.day()));
            sentences.add(messages.say(language, "nil-sentence." + fact.key(), values));
        });
        sentences.add(messages.say(language, "nil-sentence." + subject.key(), values));
        lastReported.ifPresent(year -> {
            values.put("year", Integer.toString(year));
            sentences.add(messages.say(language, "nil-sentence." + "same-as", values));
        });
        sentences.add(messages.say(language, "nil-sentence." + "nothing", values));
        sentences.add(messages.say(language, "nil-sentence." + "not-known", values));
        return sentences;
    }

    /** Whether all that stands in a field is a word that leaves open what is meant, as "N/A", "néant" or "-". */
    public static boolean asked(Entry entry) {
        return switch (entry.value()) {
            case Value.Text text -> NilWords.unclear(text.any());
            case Value.Unread unread -> NilWords.unclear(entry.written());
            default -> false;
        };
    }

    private record Fact(String key, PartialDate day) {}

    private static Optional<Fact> recorded(Subject subject, StateFacts facts) {
        return switch (subject) {
            case STOCKPILES -> facts.stockpileCompleted().map(day -> new Fact("stock-completed", day));
            case AREAS, WARNING -> facts.clearanceCompleted().map(day -> new Fact("clearance-completed", day));
            default -> Optional.empty();
        };
    }
}
