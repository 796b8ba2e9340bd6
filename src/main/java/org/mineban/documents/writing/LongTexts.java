package org.mineban.documents.writing;

import java.util.List;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Inline;

/** What is done to a text that is too long for a place which every page or every row repeats. The whole of it stands where there is room. */
final class LongTexts {

    /** The longest text that a head of a column, a head of a page or a foot of a page has. */
    private static final int LONGEST = 300;

    private LongTexts() {}

    /** The head of a column; of one that is too long the beginning, and the whole as a note. */
    static List<Inline> head(Column column) {
        Inline.Text whole = new Inline.Text(column.head());
        return tooLong(column.head())
                ? List.of(new Inline.Text(beginning(column.head())), Inline.note(whole))
                : List.of(whole);
    }

    static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    /** The text; of one that is too long the beginning, which says that it is one. */
    static String beginning(String text) {
        return tooLong(text) ? cut(text, LONGEST - 1).stripTrailing() + "…" : text;
    }

    /** At most so many units of a text, with no character in halves. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
