package org.mineban.documents;

import java.util.List;
import java.util.stream.Stream;
import org.mineban.kernel.Language;

/**
 * A document in one language, as meaning without looks. Every rendering says all of it.
 *
 * @param language of its text; gives the direction
 * @param title what it is, in one line
 * @param subtitle what the title leaves open, as the day it speaks of; may be empty
 * @param description one sentence for catalogues and for readers who cannot see the page
 * @param masthead who made it, and what a reader must know first
 * @param blocks its text, in reading order
 */
public record Document(
        Language language, String title, String subtitle, String description, Masthead masthead, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** The document with one block more, at its end. */
    Document with(Block more) {
        return new Document(
                language,
                title,
                subtitle,
                description,
                masthead,
                Stream.concat(blocks.stream(), Stream.of(more)).toList());
    }

    /**
     * What stands above the title, and in a short form on every page.
     *
     * @param issuer who made the document
     * @param symbol by which the document is found again, the same in every language; may be empty
     * @param facts what a reader looks for at the far side of the head: distribution, date, original language, one a line; may be empty
     * @param lines short facts about it, one a line, as its date; may be empty
     * @param footer one line said again at the foot of every page
     * @param notices what the reader must know before the text, each a paragraph in a frame
     */
    public record Masthead(
            String issuer,
            String symbol,
            List<String> facts,
            List<String> lines,
            String footer,
            List<List<Inline>> notices) {
        public Masthead {
            facts = List.copyOf(facts);
            lines = List.copyOf(lines);
            notices = notices.stream().map(List::copyOf).toList();
        }

        /** A masthead without symbol and without facts at its far side. */
        public Masthead(String issuer, List<String> lines, String footer, List<List<Inline>> notices) {
            this(issuer, "", List.of(), lines, footer, notices);
        }
    }
}
