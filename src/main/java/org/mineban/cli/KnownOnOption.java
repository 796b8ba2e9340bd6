package org.mineban.cli;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;
import picocli.CommandLine.Option;

/** The option of every command that reads the record: the day of whose knowledge it answers. */
final class KnownOnOption {

    @Option(names = "--known-on", paramLabel = "DAY")
    private @Nullable String knownOn;

    /** Sets the day, if one is asked for, and says on standard error what that means. To be called before the record is read. */
    void apply(Session session) {
        if (knownOn == null) {
            return;
        }
        LocalDate day = AskedDay.parse(knownOn);
        LocalDate today = session.today();
        if (day.isAfter(today)) {
            throw new Problem(
                            "known-on-ahead",
                            Problem.Kind.WRONG_USAGE,
                            Map.of("value", day.toString(), "today", today.toString()))
                    .asException();
        }
        session.answerAsKnownOn(day);
        Narrator narrator = session.narrator(today);
        boolean kept = !day.isBefore(Knowledge.SHIPPED_AS_OF);
        session.err()
                .println(
                        kept
                                ? narrator.say(
                                        "known-on.notice",
                                        Map.of("day", narrator.formats().date(day)))
                                : narrator.say(
                                        "known-on.before-record",
                                        Map.of(
                                                "day",
                                                narrator.formats().date(day),
                                                "shipped",
                                                narrator.formats().date(Knowledge.SHIPPED_AS_OF))));
    }
}
