package org.mineban.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.Obligations;
import org.mineban.presentation.DutyCalendar;
import org.mineban.presentation.Json;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deadlines [ISO3]}: the duties of one State, or of every State, as they stood on a day. */
@Command(name = "deadlines")
final class DeadlinesCommand implements Runnable {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ISO3")
    private @Nullable String state;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private KnownOnOption knownOn = new KnownOnOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Option(names = "--why")
    private boolean why;

    DeadlinesCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        knownOn.apply(session);
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV, Format.ICS);
        LocalDate on = day.day(session);
        Obligations obligations = session.knowledge().obligations();
        List<Obligation> duties = state == null
                ? obligations.all(on)
                : obligations.of(session.knowledge().register().getState(state).code(), on);
        Narrator narrator = session.narrator(on);
        if (duties.isEmpty()) {
            session.err().println(narrator.say("cli.no-duties"));
        }
        session.out()
                .print(
                        switch (wanted) {
                            case ICS -> DutyCalendar.of(duties, on, narrator);
                            case JSON ->
                                why
                                        ? Json.write(withReasons(duties, narrator))
                                        : wanted.write(Tables.deadlines(duties, narrator));
                            case TEXT ->
                                why ? reasons(duties, narrator) : wanted.write(Tables.deadlines(duties, narrator));
                            case CSV -> wanted.write(Tables.deadlines(duties, narrator));
                        });
    }

    private static List<Map<String, @Nullable Object>> withReasons(List<Obligation> duties, Narrator narrator) {
        List<Map<String, @Nullable Object>> rows =
                Tables.deadlines(duties, narrator).asObjects();
        List<Map<String, @Nullable Object>> explained = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(rows.get(i));
            row.put("whyDue", Json.why(narrator.tell(duties.get(i).due())));
            row.put("whyState", Json.why(narrator.tell(duties.get(i).standing())));
            explained.add(row);
        }
        return explained;
    }

    private static String reasons(List<Obligation> duties, Narrator narrator) {
        StringBuilder text = new StringBuilder();
        for (Obligation duty : duties) {
            text.append(narrator.state(duty.state()))
                    .append(" · ")
                    .append(narrator.say("duty." + duty.duty().key()));
            duty.year().ifPresent(year -> text.append(" · ").append(year));
            text.append('\n');
            text.append(TextTree.of(narrator.tell(duty.due()), narrator));
            text.append(TextTree.of(narrator.tell(duty.standing()), narrator)).append('\n');
        }
        return text.toString();
    }
}
