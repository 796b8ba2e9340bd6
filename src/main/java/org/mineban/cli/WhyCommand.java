package org.mineban.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Explained;
import org.mineban.presentation.Figures;
import org.mineban.presentation.Json;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Telling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code why ISO3 FIGURE [YEAR]}, or {@code why count MEASURE}: the reason tree of one figure. */
@Command(name = "why")
final class WhyCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ISO3")
    private String state = "";

    @Parameters(index = "1", paramLabel = "FIGURE")
    private String figure = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "YEAR")
    private @Nullable String year;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private KnownOnOption knownOn = new KnownOnOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        knownOn.apply(session);
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        LocalDate on = day.day(session);
        Figures figures =
                new Figures(session.knowledge().register(), session.knowledge().obligations());
        List<Explained<?>> found = state.equals("count")
                ? List.of(figures.count(figure, on))
                : figures.of(
                        session.knowledge().register().getState(state),
                        figure,
                        Optional.ofNullable(year).map(AskedDay::parseYear),
                        on);
        Narrator narrator = session.narrator(on);
        List<Telling> told = found.stream().map(narrator::tell).toList();
        session.out()
                .print(
                        wanted == Format.JSON
                                ? Json.write(told.stream().map(Json::why).toList())
                                : String.join(
                                        "",
                                        told.stream()
                                                .map(telling -> TextTree.of(telling, narrator))
                                                .toList()));
    }
}
