package org.mineban.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentSet;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.presentation.Addressee;
import org.mineban.presentation.Addressee.Office;
import org.mineban.presentation.LetterText;
import org.mineban.presentation.LetterText.Purpose;
import org.mineban.presentation.NoteVerbaleDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code document note-verbale [ISO3]}: the draft of a note verbale to a State, or of one to every State of a standing, bound into one PDF. */
@Command(name = "note-verbale")
final class NoteVerbaleCommand implements Runnable {

    private static final Map<String, Purpose> PURPOSES = Map.of(
            "state-party", Purpose.REPORT,
            "signatory", Purpose.RATIFY,
            "not-party", Purpose.ACCEDE,
            "withdrawn", Purpose.ACCEDE);

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ISO3")
    private @Nullable String state;

    @Option(names = "--to-all", paramLabel = "STANDING")
    private @Nullable String toAll;

    @Option(names = "--purpose", paramLabel = "PURPOSE")
    private @Nullable String purpose;

    @Option(names = "--office", paramLabel = "OFFICE")
    private @Nullable String office;

    @Mixin
    private CorrespondenceOptions letter = new CorrespondenceOptions();

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private ToOption to = new ToOption();

    NoteVerbaleCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        LocalDate on = day.day(session);
        String group = toAll;
        String code = state;
        if (group != null) {
            to.writeMerged(session, () -> all(group, on));
        } else if (code != null) {
            to.write(session, () -> one(addressee(code), on, text(Optional.empty())));
        } else {
            throw missing("ISO3, --to-all");
        }
    }

    private Addressee addressee(String code) {
        if (session.knowledge().register().findState(code(code)).isEmpty()) {
            Optional<String> organization = Organizations.find(session.knowledge(), code);
            if (organization.isPresent()) {
                return new Addressee.OfOrganization(organization.get());
            }
        }
        return new Addressee.OfState(session.knowledge().register().getState(code), office());
    }

    private static StateCode code(String text) {
        String capitals = text.strip().toUpperCase(java.util.Locale.ROOT);
        return new StateCode(capitals.matches("[A-Z]{3}") ? capitals : "XXX");
    }

    private Document one(Addressee addressee, LocalDate on, LetterText text) {
        return NoteVerbaleDocument.of(session.knowledge(), addressee, text, letter.details(on), session.language());
    }

    private DocumentSet all(String group, LocalDate on) {
        if (!PURPOSES.containsKey(group)) {
            throw Choices.unknown(
                    "--to-all", group, PURPOSES.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        LetterText text = text(Optional.ofNullable(PURPOSES.get(group)));
        List<DocumentSet.Part> notes = session.knowledge().register().states().stream()
                .filter(one -> belongs(one, group, on))
                .filter(one -> !(text instanceof Purpose wanted)
                        || NoteVerbaleDocument.fits(session.knowledge(), one, wanted, on))
                .sorted(Comparator.comparingInt(
                        (State one) -> one.name(session.language(), on).place()))
                .map(one -> new DocumentSet.Part(
                        one.name(session.language(), on).name(), one(new Addressee.OfState(one, office()), on, text)))
                .toList();
        if (notes.isEmpty()) {
            throw new Problem(
                            "nobody-to-write-to",
                            Problem.Kind.CANNOT_BE_DONE,
                            Map.of("value", group, "on", on.toString()))
                    .asException();
        }
        String title = session.messages().say(session.language(), "document.note.title");
        return new DocumentSet(
                session.language(), title, notes.getFirst().document().description(), notes);
    }

    private boolean belongs(State one, String group, LocalDate on) {
        Standing standing =
                session.knowledge().register().standing(one.code(), on).value();
        return group.equals("state-party") ? standing.inForce() : standing.key().equals(group);
    }

    private LetterText text(Optional<Purpose> usual) {
        Optional<LetterText.Given> given = letter.text();
        String wanted = purpose;
        if (given.isPresent()) {
            return given.get();
        }
        if (wanted == null) {
            return usual.orElseThrow(() -> missing("--purpose, --text"));
        }
        return Choices.of("--purpose", wanted, Purpose.values(), Purpose::key);
    }

    private Office office() {
        String wanted = office;
        return wanted == null ? Office.NEW_YORK : Choices.of("--office", wanted, Office.values(), Office::key);
    }

    private static RuntimeException missing(String value) {
        return new Problem(
                        "missing-argument",
                        Problem.Kind.WRONG_USAGE,
                        Map.of("command", "document note-verbale", "value", value))
                .asException();
    }
}
