package org.mineban.documents.writing;

import java.util.List;
import org.mineban.documents.Inline;

/** The bare text of parts of lines, without references to notes. */
final class PlainText {

    private PlainText() {}

    static String of(List<Inline> parts) {
        StringBuilder text = new StringBuilder();
        append(text, parts);
        return text.toString();
    }

    private static void append(StringBuilder text, List<Inline> parts) {
        for (Inline part : parts) {
            switch (part) {
                case Inline.Text(String words) -> text.append(words);
                case Inline.Emphasis(List<Inline> inner) -> append(text, inner);
                case Inline.Strong(List<Inline> inner) -> append(text, inner);
                case Inline.Code(String words) -> text.append(words);
                case Inline.Name(String words) -> text.append(words);
                case Inline.Foreign(var language, String words) -> text.append(words);
                case Inline.Link(String words, String address) -> text.append(words);
                case Inline.Mark(String words) -> text.append(words);
                case Inline.NoteReference reference -> {}
                case Inline.Break line -> text.append(' ');
            }
        }
    }
}
