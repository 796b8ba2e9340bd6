package org.mineban.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mineban.parties.Register;
import org.mineban.parties.State;
import org.mineban.presentation.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status [ISO3]}: what one State, or every State, was to the Convention on a day. */
@Command(name = "status")
final class StatusCommand implements Runnable {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ISO3")
    private @Nullable String state;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private KnownOnOption knownOn = new KnownOnOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        knownOn.apply(session);
        Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
        LocalDate on = day.day(session);
        Register register = session.knowledge().register();
        List<State> states = state == null
                ? register.states().stream()
                        .sorted(Comparator.comparingInt(
                                one -> one.name(session.language(), on).place()))
                        .toList()
                : List.of(register.getState(state));
        session.out().print(wanted.write(Tables.status(register, states, on, session.narrator(on))));
    }
}
