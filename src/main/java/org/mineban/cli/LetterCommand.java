package org.mineban.cli;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Problem;
import org.mineban.presentation.LetterDocument;
import org.mineban.presentation.LetterDocument.Salutation;
import org.mineban.presentation.LetterText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code document letter NAME --text FILE}: the draft of a letter to an organization. */
@Command(name = "letter")
final class LetterCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--salutation", paramLabel = "SALUTATION")
    private @Nullable String salutation;

    @Mixin
    private CorrespondenceOptions letter = new CorrespondenceOptions();

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private ToOption to = new ToOption();

    LetterCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        LocalDate on = day.day(session);
        LetterText.Given text = letter.text()
                .orElseThrow(() -> new Problem(
                                "missing-argument",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("command", "document letter", "value", "--text"))
                        .asException());
        Salutation who = salutation();
        to.write(
                session,
                () -> LetterDocument.of(
                        session.knowledge(),
                        Organizations.addressee(session.knowledge(), name),
                        who,
                        text,
                        letter.details(on),
                        session.language()));
    }

    private Salutation salutation() {
        String wanted = salutation;
        return wanted == null
                ? Salutation.SIR_OR_MADAM
                : Choices.of("--salutation", wanted, Salutation.values(), Salutation::key);
    }
}
