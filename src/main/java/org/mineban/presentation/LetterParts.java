package org.mineban.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;
import org.mineban.platform.MixedScripts;

/** What notes verbales and letters have in common: a head, a foot, and the marks of a draft. */
final class LetterParts {

    private final DocumentParts parts;
    private final LetterDetails details;
    private final List<Block> blocks = new ArrayList<>();

    LetterParts(Knowledge knowledge, LetterDetails details, Language language) {
        this.parts = new DocumentParts(knowledge, language, details.date());
        this.details = details;
    }

    DocumentParts parts() {
        return parts;
    }

    /** The office that writes, or the place to fill it in. */
    String sender() {
        return details.sender().isBlank() ? parts.say("document.letter.sender") : details.sender();
    }

    /** “feminine” where the first word of the sender's name is so in Arabic, else “masculine”: the verb goes by it. */
    String gender() {
        String first = sender().strip().split("[\\s،]", 2)[0];
        return first.endsWith("ة") ? "feminine" : "masculine";
    }

    void paragraph(String text) {
        blocks.add(Block.paragraph(text));
    }

    void paragraphs(LetterText.Given given) {
        given.paragraphs().forEach(text -> blocks.add(Block.paragraph(new Inline.Name(text))));
    }

    /**
     * Date, place for signature or initials, addressee, enclosures.
     *
     * @param signature what people put there
     * @param addressee line by line
     */
    void foot(String signature, List<String> addressee) {
        blocks.add(Block.paragraph(parts.day()));
        blocks.add(Block.paragraph(new Inline.Mark(signature)));
        List<Inline> lines = new ArrayList<>();
        for (String line : addressee) {
            if (!lines.isEmpty()) {
                lines.add(new Inline.Break());
            }
            lines.add(new Inline.Name(line));
            mixed(lines, line);
        }
        blocks.add(new Block.Paragraph(lines));
        if (!details.enclosures().isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.letter.enclosures")));
            blocks.add(new Block.Listing(
                    true,
                    details.enclosures().stream()
                            .map(enclosure -> List.<Inline>of(new Inline.Name(enclosure)))
                            .toList()));
        }
    }

    /** A name that mixes scripts within a word may be another than it looks. */
    private void mixed(List<Inline> lines, String name) {
        if (MixedScripts.within(name)) {
            lines.add(Inline.text(" "));
            lines.add(new Inline.Mark(parts.say("document.mark.mixed-scripts")));
        }
    }

    Document document(String title, String subtitle, String description, String notice) {
        List<String> facts = new ArrayList<>();
        if (!details.reference().isBlank()) {
            facts.add(parts.say("document.letter.reference", Map.of("reference", details.reference())));
        }
        if (MixedScripts.within(sender())) {
            facts.add(parts.say("document.mark.mixed-scripts"));
        }
        return new Document(
                parts.language(), title, subtitle, description, parts.draft(sender(), facts, notice), blocks);
    }
}
