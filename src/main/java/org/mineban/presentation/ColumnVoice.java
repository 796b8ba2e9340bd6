package org.mineban.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Day;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Obligation;

/**
 * The voice of the live column: one language, one day.
 *
 * @param on the day asked about
 */
record ColumnVoice(Narrator narrator, LocalDate on) {

    String say(String key) {
        return narrator.say(key);
    }

    String say(String key, Map<String, ?> arguments) {
        return narrator.say(key, arguments);
    }

    String date(LocalDate day) {
        return narrator.formats().date(day);
    }

    String date(PartialDate date) {
        return narrator.formats().date(date);
    }

    String day(Day day) {
        return narrator.day(day);
    }

    String onText() {
        return date(on);
    }

    String number(long number) {
        return narrator.formats().number(number);
    }

    String state(StateCode code) {
        return narrator.state(code);
    }

    String confidence(Confidence confidence) {
        return say("confidence." + confidence.code());
    }

    /** A code, symbol or place that runs in its own direction whatever stands around it. */
    String code(String text) {
        return narrator.isolated(text);
    }

    /** What must be said of the confidence in a number made of these duties: the worst of them; empty when nothing must. */
    String worst(List<Obligation> duties) {
        Confidence worst =
                duties.stream().map(duty -> duty.standing().confidence()).reduce(Confidence.DERIVED, Confidence::worse);
        return worst.needsMark() ? say("page.mark.some", Map.of("confidence", confidence(worst))) : "";
    }
}
