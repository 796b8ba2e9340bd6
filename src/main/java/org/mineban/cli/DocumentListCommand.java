package org.mineban.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.convention.FormalMeeting;
import org.mineban.kernel.AskedDay;
import org.mineban.presentation.StatesDocument;
import org.mineban.presentation.StatesList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code document list LIST}: the States Parties, the signatories or the States not party, as a document with a masthead. */
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
        StatesList wanted = Choices.of("LIST", list, StatesList.values(), StatesList::key);
        StatesDocument.Issue issue = new StatesDocument.Issue(
                Optional.ofNullable(issued).map(AskedDay::parse).orElseGet(session::today),
                Optional.ofNullable(meeting).map(this::known),
                Optional.ofNullable(agendaItem));
        to.write(session, () -> StatesDocument.of(session.knowledge(), wanted, issue, on, session.language()));
    }

    private String known(String shortName) {
        return session.knowledge().convention().meetings().stream()
                .map(FormalMeeting::shortName)
                .filter(name -> name.equalsIgnoreCase(shortName))
                .findFirst()
                .orElseThrow(() -> Choices.unknown("--meeting", shortName, "1MSP, 2MSP, … 1RC, 2RC, …"));
    }
}
