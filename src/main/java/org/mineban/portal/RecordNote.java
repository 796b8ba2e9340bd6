package org.mineban.portal;

import java.util.List;
import java.util.Optional;

/**
 * What the record says beside a paragraph.
 *
 * @param figure a number that stands out; may be empty
 * @param text the sentence, which reads on from the number
 * @param why where the reasons of the number are
 * @param summary what is folded below; empty when the links stand open
 * @param links what is behind it: States, meetings, lists
 */
record RecordNote(String figure, String text, Optional<String> why, String summary, List<Link> links) {

    RecordNote {
        links = List.copyOf(links);
    }

    /** A sentence alone. */
    static RecordNote of(String text, Link... links) {
        return new RecordNote("", text, Optional.empty(), "", List.of(links));
    }

    /** A number, the sentence that goes on from it, and links. */
    static RecordNote figure(String figure, String text, Link... links) {
        return new RecordNote(figure, text, Optional.empty(), "", List.of(links));
    }

    RecordNote because(String href) {
        return new RecordNote(figure, text, Optional.of(href), summary, links);
    }

    /** With links folded under a summary. */
    RecordNote folding(String heading, List<Link> folded) {
        return new RecordNote(figure, text, why, heading, folded);
    }

    /** With links standing open. */
    RecordNote with(List<Link> open) {
        return new RecordNote(figure, text, why, "", open);
    }
}
