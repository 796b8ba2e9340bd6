package org.mineban.presentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mineban.documents.Document;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;

/** The draft of a letter to an organization, in the first person, to be signed. */
public final class LetterDocument {

    /** How the person who opens the letter is addressed. */
    public enum Salutation {
        /** An ambassador or the head of an organization. */
        EXCELLENCY,
        /** A man. */
        SIR,
        /** A woman. */
        MADAM,
        /** Nobody knows who. */
        SIR_OR_MADAM;

        /** Its word in commands and messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private LetterDocument() {}

    /**
     * The draft.
     *
     * @throws org.mineban.kernel.ProblemException {@code letter-to-state} when the addressee is a State
     */
    public static Document of(
            Knowledge knowledge,
            Addressee addressee,
            Salutation salutation,
            LetterText.Given text,
            LetterDetails details,
            Language language) {
        return switch (addressee) {
            case Addressee.OfState ofState ->
                throw new Problem(
                                "letter-to-state",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", ofState.state().code().iso3()))
                        .asException();
            case Addressee.OfOrganization(String name) ->
                document(new LetterParts(knowledge, details, language), name, salutation, text);
        };
    }

    private static Document document(LetterParts letter, String name, Salutation salutation, LetterText.Given text) {
        DocumentParts parts = letter.parts();
        Map<String, String> who = Map.of("who", salutation.key());
        letter.paragraph(parts.say("document.letter.salutation", who));
        letter.paragraphs(text);
        letter.paragraph(parts.say("document.letter.closing", who));
        letter.foot(parts.say("document.letter.signature"), List.of(name));
        return letter.document(
                parts.say("document.letter.title"),
                name,
                parts.say("document.letter.description", Map.of("name", name, "day", parts.day())),
                parts.say("document.draft.letter"));
    }
}
