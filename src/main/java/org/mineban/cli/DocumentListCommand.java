package org.mineban.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mineban.convention.FormalMeeting;
import org.mineban.documents.Document;
import org.mineban.kernel.AskedDay;
import org.mineban.presentation.ReportsDocument;
import org.mineban.presentation.StatesDocument;
import org.mineban.presentation.StatesList;
import org.mineban.submissions.ReportedFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code document list LIST}: States by their standing, who has reported, retained mines or the table of Article 5, as a document with a masthead. */
@Command(name = "list")
final class DocumentListCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "LIST")
    private String list = "";

    @Option(names = "--issued", paramLabel = "DAY")
    private @Nullable String issued;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private @Nullable String meeting;

    @Option(names = "--agenda-item", paramLabel = "ITEM")
    private @Nullable String agendaItem;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable String year;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private ToOption to = new ToOption();

    DocumentListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        LocalDate on = day.day(session);
        StatesDocument.Issue issue = new StatesDocument.Issue(
                Optional.ofNullable(issued).map(AskedDay::parse).orElseGet(session::today),
                Optional.ofNullable(meeting).map(this::known),
                Optional.ofNullable(agendaItem));
        Optional<ReportsDocument.Kind> ofReports = ReportsDocument.Kind.find(list);
        if (ofReports.isPresent()) {
            to.write(session, () -> ofReports(ofReports.get(), issue, on));
            return;
        }
        StatesList wanted = StatesList.find(list)
                .orElseThrow(() -> Choices.unknown(
                        "LIST",
                        list,
                        Stream.concat(
                                        Arrays.stream(StatesList.values()).map(StatesList::key),
                                        Arrays.stream(ReportsDocument.Kind.values())
                                                .map(ReportsDocument.Kind::key))
                                .collect(Collectors.joining(", "))));
        to.write(session, () -> StatesDocument.of(session.knowledge(), wanted, issue, on, session.language()));
    }

    private Document ofReports(ReportsDocument.Kind kind, StatesDocument.Issue issue, LocalDate on) {
        return ReportsDocument.of(
                session.knowledge(),
                kind,
                Optional.ofNullable(year)
                        .map(AskedDay::parseYear)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                ReportedFigures.of(session.publishedReports().published(Optional.of(on))),
                issue,
                on,
                session.language());
    }

    private String known(String shortName) {
        return session.knowledge().convention().meetings().stream()
                .map(FormalMeeting::shortName)
                .filter(name -> name.equalsIgnoreCase(shortName))
                .findFirst()
                .orElseThrow(() -> Choices.unknown("--meeting", shortName, "1MSP, 2MSP, … 1RC, 2RC, …"));
    }
}
