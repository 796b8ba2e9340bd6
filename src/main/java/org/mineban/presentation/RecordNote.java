package org.mineban.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Explained;

/**
 * What the record says beside a paragraph of a resolution.
 *
 * @param figure a number that stands out; may be empty
 * @param text the sentence, which reads on from the number
 * @param mark what must be said of the confidence in the number; empty when nothing must
 * @param why where the reasons of the number are
 * @param summary what is folded below on a screen; empty when the names stand open
 * @param names what is behind it: States, meetings, lists
 */
public record RecordNote(
        String figure, String text, String mark, Optional<Pointer> why, String summary, List<Pointer> names) {

    public RecordNote {
        names = List.copyOf(names);
    }

    /** A sentence alone. */
    static RecordNote of(String text, Pointer... names) {
        return new RecordNote("", text, "", Optional.empty(), "", List.of(names));
    }

    /** A number, the sentence that goes on from it, and where more stands. */
    static RecordNote figure(String figure, String text, Pointer... names) {
        return new RecordNote(figure, text, "", Optional.empty(), "", List.of(names));
    }

    /** A count of the record, its mark where one is needed, and the way to its reasons. */
    static RecordNote count(ColumnVoice voice, Explained<Integer> count, String key, String name) {
        return new RecordNote(
                voice.number(count.value()),
                voice.say(key, Map.of("count", count.value())),
                count.confidence().needsMark() ? voice.confidence(count.confidence()) : "",
                Optional.of(Pointer.to(voice.say("page.why.link"), "/why/count/" + name)),
                "",
                List.of());
    }

    /** With a mark. */
    RecordNote marked(String words) {
        return new RecordNote(figure, text, words, why, summary, names);
    }

    /** With names folded under a summary. */
    RecordNote folding(String heading, List<Pointer> folded) {
        return new RecordNote(figure, text, mark, why, heading, folded);
    }

    /** With names standing open. */
    RecordNote with(List<Pointer> open) {
        return new RecordNote(figure, text, mark, why, "", open);
    }
}
