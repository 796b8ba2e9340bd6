package org.mineban.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.AskedDay;
import org.mineban.parties.State;
import org.mineban.presentation.DutiesDocument;
import org.mineban.presentation.ResolutionPaper;
import org.mineban.presentation.StateDocument;
import org.mineban.presentation.WhatIfDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code document KIND … --to FILE}: what the record says, as a PDF, DOCX, XLSX, HTML or text file. */
@Command(
        name = "document",
        subcommands = {
            DocumentCommand.OfState.class,
            DocumentCommand.OfDuties.class,
            DocumentCommand.OfWhatIf.class,
            DocumentCommand.OfResolution.class,
            DocumentListCommand.class,
            NoteVerbaleCommand.class,
            LetterCommand.class
        })
final class DocumentCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code document state ISO3}: everything about one State. */
    @Command(name = "state")
    static final class OfState implements Runnable {

        private final Session session;

        @Parameters(paramLabel = "ISO3")
        private String state = "";

        @Mixin
        private DayOption day = new DayOption();

        @Mixin
        private ToOption to = new ToOption();

        OfState(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            LocalDate on = day.day(session);
            to.write(
                    session,
                    () -> StateDocument.of(
                            session.knowledge(),
                            session.knowledge().register().getState(state),
                            on,
                            session.language()));
        }
    }

    /** {@code document duties [ISO3]}: the duties of one State or of every State. */
    @Command(name = "duties")
    static final class OfDuties implements Runnable {

        private final Session session;

        @Parameters(arity = "0..1", paramLabel = "ISO3")
        private @Nullable String state;

        @Mixin
        private DayOption day = new DayOption();

        @Mixin
        private ToOption to = new ToOption();

        OfDuties(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            LocalDate on = day.day(session);
            to.write(session, () -> {
                Optional<State> one = Optional.ofNullable(state)
                        .map(code -> session.knowledge().register().getState(code));
                return DutiesDocument.of(session.knowledge(), one, on, session.language());
            });
        }
    }

    /** {@code document what-if ISO3 --deposit DAY}: what would follow from a deposit. */
    @Command(name = "what-if")
    static final class OfWhatIf implements Runnable {

        private final Session session;

        @Parameters(paramLabel = "ISO3")
        private String state = "";

        @Option(names = "--deposit", paramLabel = "DAY", required = true)
        private String deposit = "";

        @Mixin
        private DayOption day = new DayOption();

        @Mixin
        private ToOption to = new ToOption();

        OfWhatIf(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            LocalDate on = day.day(session);
            LocalDate supposed = AskedDay.parse(deposit);
            to.write(
                    session,
                    () -> WhatIfDocument.of(
                            session.knowledge(),
                            session.knowledge().register().getState(state),
                            supposed,
                            on,
                            session.language()));
        }
    }

    /** {@code document resolution}: resolution 67/32, beside each paragraph what the record says. */
    @Command(name = "resolution")
    static final class OfResolution implements Runnable {

        private final Session session;

        @Mixin
        private DayOption day = new DayOption();

        @Mixin
        private ToOption to = new ToOption();

        OfResolution(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            LocalDate on = day.day(session);
            to.write(session, () -> ResolutionPaper.of(session.knowledge(), on, session.language()));
        }
    }
}
