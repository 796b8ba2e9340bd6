package org.mineban.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;

/**
 * The title page of a report in types: a view of the fields {@code env.…}. What is not there, or could not be read, is empty.
 *
 * @param state the reporting State, when it is a code of three letters
 * @param edition the id of an {@link Edition}, or {@code online} or {@code free}
 * @param from first day of the period covered
 * @param to last day of the period covered
 * @param submittedOn as the State wrote it
 * @param receivedOn set by the secretariat only
 */
public record Envelope(
        Optional<StateCode> state,
        Optional<ReportKind> kind,
        Optional<String> edition,
        Optional<PartialDate> from,
        Optional<PartialDate> to,
        Optional<PartialDate> submittedOn,
        Optional<PartialDate> receivedOn,
        List<Language> languages) {

    public Envelope {
        languages = List.copyOf(languages);
    }

    static Envelope of(Group env) {
        return new Envelope(
                env.word("state").filter(code -> code.matches("[A-Z]{3}")).map(StateCode::new),
                env.word("kind").flatMap(ReportKind::find),
                env.word("edition"),
                period(env, "periodFrom"),
                period(env, "periodTo"),
                env.date("submittedOn"),
                env.date("receivedOn"),
                env.words("language").stream()
                        .flatMap(code -> Language.find(code).stream())
                        .toList());
    }

    /** A day with a letter for a digit is asked about by U-03; as long as it can mean one day only, the other rules go by that day. */
    private static Optional<PartialDate> period(Group env, String field) {
        return env.date(field)
                .or(() -> env.entry(field)
                        .map(Entry::value)
                        .filter(value -> value instanceof Value.Unread(String why, List<String> readings)
                                && why.equals("letter-in-number")
                                && readings.size() == 1)
                        .flatMap(value -> PartialDate.find(
                                ((Value.Unread) value).readings().getFirst())));
    }

    /** The calendar year in which the period ends: the year that the report is named for. */
    public OptionalInt year() {
        return to.map(date -> OptionalInt.of(date.latest().getYear())).orElse(OptionalInt.empty());
    }

    /** The last day of the period, when it is known to the day or can be taken from the month or year. */
    public Optional<LocalDate> lastDay() {
        return to.map(PartialDate::latest);
    }
}
