package org.mineban.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.platform.Formats;
import org.mineban.platform.Messages;
import org.mineban.reporting.rules.Labels;

/** Says findings in one language. Numbers and days are written as that language writes them. */
public final class FindingWords {

    private final Messages messages;
    private final Language language;
    private final ReportWords words;
    private final Formats formats;

    public FindingWords(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.words = new ReportWords(messages, language);
        this.formats = new Formats(language);
    }

    /** What a rule is about, in a few words. */
    public String title(Rule rule) {
        return messages.say(language, "rule." + rule.id() + ".title");
    }

    /** What was found, with its values. */
    public String message(Finding finding) {
        Map<String, Object> arguments = new TreeMap<>(finding.values());
        arguments.replaceAll((name, value) -> say(value));
        return messages.say(language, "rule." + finding.rule().id() + ".message", arguments);
    }

    /** What to do. */
    public String next(Rule rule) {
        return messages.say(language, "rule.next." + rule.next());
    }

    /** Why a rule could not be checked. */
    public String notChecked(CheckResult.NotChecked rule) {
        return messages.say(language, "rule.not-checked." + rule.why());
    }

    public String severity(Finding finding) {
        return messages.say(language, "severity." + (finding.blocks() ? Severity.BLOCKER : finding.severity()).key());
    }

    /** The values as data: {@code name=value}, joined by semicolons, the same in every language. */
    public static String values(Finding finding) {
        return finding.values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + data(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** A value as data. */
    static String data(Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Figure.Amount amount -> amount.value().toPlainString();
            case Figure figure -> figure.key();
            case Subject subject -> subject.key();
            case Mark mark -> mark.key();
            case Labels(List<String> labels) -> String.join(", ", labels);
            default -> value.toString();
        };
    }

    private Object say(Object value) {
        return switch (value) {
            case Figure.Amount amount -> formats.number(amount.value());
            case Figure figure -> words.figure(figure);
            case BigDecimal number -> formats.number(number);
            case Subject subject -> words.subject(subject);
            case Mark mark -> words.mark(mark);
            case Labels(List<String> labels) ->
                labels.stream()
                        .map(label -> messages.say(language, "field." + label))
                        .collect(Collectors.joining(", "));
            case LocalDate day -> formats.date(day);
            case PartialDate date -> formats.date(date);
            case StateCode state -> state.iso3();
            default -> value;
        };
    }
}
