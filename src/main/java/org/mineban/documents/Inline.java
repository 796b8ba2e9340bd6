package org.mineban.documents;

import java.util.List;
import org.mineban.kernel.Language;

/** A part of a line. */
public sealed interface Inline {

    /** Text in the language of the document. */
    record Text(String text) implements Inline {}

    /** Text that is stressed, as the verb of a paragraph. */
    record Emphasis(List<Inline> text) implements Inline {
        public Emphasis {
            text = List.copyOf(text);
        }
    }

    /** Text of weight. */
    record Strong(List<Inline> text) implements Inline {
        public Strong {
            text = List.copyOf(text);
        }
    }

    /** A symbol, code or address: it runs from left to right whatever stands around it. */
    record Code(String text) implements Inline {}

    /** A name or another text from elsewhere, whose direction is its own; it does not disturb what stands around it. */
    record Name(String text) implements Inline {}

    /** Text in another language than the document's. */
    record Foreign(Language language, String text) implements Inline {}

    /**
     * A link.
     *
     * @param address begins with {@code http://}, {@code https://} or {@code mailto:}
     */
    record Link(String text, String address) implements Inline {
        public Link {
            if (!address.matches("(?s)(?:https?://|mailto:).+")) {
                throw new IllegalArgumentException("Not an address of the web or of mail: " + address);
            }
        }
    }

    /** A short warning beside what it speaks of, as “not verified”: seen without colour, and heard. */
    record Mark(String text) implements Inline {}

    /** A reference to a note. References to equal notes get one number, in the order in which they are first met. */
    record NoteReference(Note note) implements Inline {}

    /** What a note says. */
    record Note(List<Inline> text) {
        public Note {
            text = List.copyOf(text);
        }
    }

    /** What follows stands on the next line. */
    record Break() implements Inline {}

    static Text text(String text) {
        return new Text(text);
    }

    static Strong strong(String text) {
        return new Strong(List.of(new Text(text)));
    }

    static Emphasis emphasis(String text) {
        return new Emphasis(List.of(new Text(text)));
    }

    static NoteReference note(Inline... text) {
        return new NoteReference(new Note(List.of(text)));
    }
}
