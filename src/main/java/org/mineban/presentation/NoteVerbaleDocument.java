package org.mineban.presentation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mineban.documents.Document;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.WhatIf;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.parties.TreatyAction;
import org.mineban.presentation.Addressee.Office;

/**
 * The draft of a note verbale: third person, compliments, assurances of highest consideration, no signature. The name of a State stands between
 * dashes or in the line of the addressee, where no language inflects it.
 */
public final class NoteVerbaleDocument {

    /** They keep observer missions to the United Nations. */
    private static final Set<StateCode> OBSERVERS = Set.of(new StateCode("VAT"), new StateCode("PSE"));

    private final LetterParts letter;
    private final DocumentParts parts;
    private final State state;
    private final Office office;

    private NoteVerbaleDocument(LetterParts letter, Addressee.OfState addressee) {
        this.letter = letter;
        this.parts = letter.parts();
        this.state = addressee.state();
        boolean mission = state.unMember() || OBSERVERS.contains(state.code());
        this.office = mission ? addressee.office() : Office.MINISTRY;
    }

    /**
     * The draft.
     *
     * @throws org.mineban.kernel.ProblemException {@code note-verbale-to-organization} when the addressee is no State, {@code
     *     purpose-not-for-state} when the purpose does not fit what the State is on the day
     */
    public static Document of(
            Knowledge knowledge, Addressee addressee, LetterText text, LetterDetails details, Language language) {
        return switch (addressee) {
            case Addressee.OfState ofState ->
                new NoteVerbaleDocument(new LetterParts(knowledge, details, language), ofState).document(text);
            case Addressee.OfOrganization(String name) ->
                throw new Problem("note-verbale-to-organization", Problem.Kind.WRONG_USAGE, Map.of("value", name))
                        .asException();
        };
    }

    /** Whether the purpose fits what the State is on that day. */
    public static boolean fits(Knowledge knowledge, State state, LetterText.Purpose purpose, java.time.LocalDate on) {
        Standing standing = knowledge.register().standing(state.code(), on).value();
        return switch (purpose) {
            case ACCEDE -> standing instanceof Standing.NotParty || standing instanceof Standing.Withdrawn;
            case RATIFY -> standing instanceof Standing.Signatory;
            case REPORT ->
                standing.inForce() && nextReport(knowledge, state, on).isPresent();
        };
    }

    private static Optional<Obligation> nextReport(Knowledge knowledge, State state, java.time.LocalDate on) {
        return knowledge.obligations().of(state.code(), on).stream()
                .filter(duty -> duty.duty() == Duty.INITIAL_REPORT || duty.duty() == Duty.ANNUAL_REPORT)
                .filter(duty -> duty.standing().value() instanceof DutyState.Upcoming)
                .filter(duty -> duty.due().value().known().isPresent())
                .min(Comparator.comparing(duty -> duty.due().value().known().orElseThrow()));
    }

    private Document document(LetterText text) {
        String name = parts.narrator().state(state.code());
        Map<String, Object> words =
                Map.of("sender", letter.sender(), "gender", letter.gender(), "office", to(), "state", name);
        letter.paragraph(parts.say("document.note.opening", words));
        switch (text) {
            case LetterText.Given given -> letter.paragraphs(given);
            case LetterText.Purpose purpose -> purpose(purpose);
        }
        letter.paragraph(parts.say("document.note.closing", words));
        letter.foot(
                parts.say("document.note.initials"),
                List.of(
                        parts.say("document.note.office", Map.of("office", to(), "city", office.key())),
                        parts.narrator().state(state.code())));
        return letter.document(
                parts.say("document.note.title"),
                name,
                parts.say("document.note.description", Map.of("state", name, "day", parts.day())),
                parts.say("document.draft.note"));
    }

    private String to() {
        if (office == Office.MINISTRY) {
            return "ministry";
        }
        return state.unMember() ? "mission" : "observer";
    }

    private void purpose(LetterText.Purpose purpose) {
        if (!fits(parts.knowledge(), state, purpose, parts.on())) {
            Standing standing = parts.knowledge()
                    .register()
                    .standing(state.code(), parts.on())
                    .value();
            throw new Problem(
                            "purpose-not-for-state",
                            Problem.Kind.WRONG_USAGE,
                            Map.of(
                                    "value",
                                    purpose.key(),
                                    "state",
                                    parts.narrator().state(state.code()),
                                    "standing",
                                    parts.narrator().standing(standing),
                                    "on",
                                    parts.day()))
                    .asException();
        }
        switch (purpose) {
            case ACCEDE -> join("document.note.accede", signatureDay());
            case RATIFY -> join("document.note.ratify", signatureDay());
            case REPORT -> report();
        }
    }

    private String signatureDay() {
        return parts.knowledge().register().actions(state.code()).stream()
                .filter(TreatyAction.Signature.class::isInstance)
                .findFirst()
                .map(action -> parts.narrator().formats().date(action.date()))
                .orElse("none");
    }

    private void join(String key, String signed) {
        long accepted = parts.knowledge()
                .register()
                .counts(parts.on())
                .partiesByDeposit()
                .value();
        letter.paragraph(parts.say(
                "document.note.accepted",
                Map.of("day", parts.day(), "count", parts.narrator().formats().number(accepted))));
        letter.paragraph(parts.say(key, Map.of("signed", signed)));
        WhatIf whatIf = parts.knowledge().obligations().whatIf(state, parts.on());
        letter.paragraph(parts.say(
                "document.note.what-if",
                Map.of(
                        "force", parts.narrator().day(whatIf.entryIntoForce().value()),
                        "report", parts.narrator().day(whatIf.initialReport().value()))));
        letter.paragraph(parts.say("document.note.request"));
    }

    private void report() {
        Obligation duty = nextReport(parts.knowledge(), state, parts.on()).orElseThrow();
        letter.paragraph(parts.say(
                "document.note.report",
                Map.of(
                        "kind",
                        duty.duty() == Duty.INITIAL_REPORT ? "initial" : "annual",
                        "year",
                        duty.year().isPresent() ? Integer.toString(duty.year().getAsInt()) : "",
                        "due",
                        parts.narrator().day(duty.due().value()))));
        letter.paragraph(parts.say("document.note.report.sent"));
    }
}
