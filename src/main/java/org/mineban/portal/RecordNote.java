package org.mineban.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Explained;

/**
 * What the record says beside a paragraph.
 *
 * @param figure a number that stands out; may be empty
 * @param text the sentence, which reads on from the number
 * @param mark what must be said of the confidence in the number; empty when nothing must
 * @param why where the reasons of the number are
 * @param summary what is folded below; empty when the links stand open
 * @param links what is behind it: States, meetings, lists
 */
record RecordNote(String figure, String text, String mark, Optional<String> why, String summary, List<Link> links) {

    RecordNote {
        links = List.copyOf(links);
    }

    /** A sentence alone. */
    static RecordNote of(String text, Link... links) {
        return new RecordNote("", text, "", Optional.empty(), "", List.of(links));
    }

    /** A number, the sentence that goes on from it, and links. */
    static RecordNote figure(String figure, String text, Link... links) {
        return new RecordNote(figure, text, "", Optional.empty(), "", List.of(links));
    }

    /** A count of the record, its mark where one is needed, and the way to its reasons. */
    static RecordNote count(Visit visit, Explained<Integer> count, String key, String name) {
        return new RecordNote(
                visit.number(count.value()),
                visit.say(key, Map.of("count", count.value())),
                count.confidence().needsMark() ? Words.confidence(visit, count.confidence()) : "",
                Optional.of(visit.link("/why/count/" + name)),
                "",
                List.of());
    }

    /** With a mark. */
    RecordNote marked(String words) {
        return new RecordNote(figure, text, words, why, summary, links);
    }

    /** With links folded under a summary. */
    RecordNote folding(String heading, List<Link> folded) {
        return new RecordNote(figure, text, mark, why, heading, folded);
    }

    /** With links standing open. */
    RecordNote with(List<Link> open) {
        return new RecordNote(figure, text, mark, why, "", open);
    }
}
