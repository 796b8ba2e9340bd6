package org.mineban.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Explained;
import org.mineban.parties.Counts;
import org.mineban.presentation.Json;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code count}: how many States were bound, and by which reckoning, on a day. */
@Command(name = "count")
final class CountCommand implements Runnable {

    private final Session session;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private KnownOnOption knownOn = new KnownOnOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    @Option(names = "--explain")
    private boolean explain;

    CountCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        knownOn.apply(session);
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        Counts counts = session.knowledge().register().counts(day.day(session));
        session.out()
                .print(
                        switch (wanted) {
                            case JSON -> Json.write(Json.counts(counts, session.narrator(counts.on()), explain));
                            case CSV -> wanted.write(table(counts));
                            case TEXT, ICS -> text(counts);
                        });
    }

    private static Table table(Counts counts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.byName().forEach((name, count) -> rows.add(Arrays.asList(counts.on(), name, count.value())));
        return new Table("count", List.of("on", "measure", "value"), rows);
    }

    private String text(Counts counts) {
        Narrator narrator = session.narrator(counts.on());
        StringBuilder text = new StringBuilder();
        text.append(narrator.say("cli.as-of", Map.of("on", narrator.formats().date(counts.on()))))
                .append('\n');
        counts.byName().values().forEach(count -> {
            text.append("  ").append(narrator.tell(count).sentence()).append('\n');
            if (explain) {
                text.append(members(count, narrator));
            }
        });
        return text.toString();
    }

    private static String members(Explained<Integer> count, Narrator narrator) {
        StringBuilder text = new StringBuilder();
        count.reason()
                .because()
                .forEach(member -> text.append("    ")
                        .append(narrator.value(member))
                        .append(" · ")
                        .append(narrator.tell(member).sentence())
                        .append('\n'));
        return text.toString();
    }
}
