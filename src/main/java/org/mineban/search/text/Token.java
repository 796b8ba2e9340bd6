package org.mineban.search.text;

/**
 * One form under which a word of a text is found.
 *
 * @param form the form, folded and stemmed
 * @param plain the word folded but not stemmed: what spelling is compared with
 * @param start where the word begins in the text
 * @param end where it ends
 * @param position how many words stand before it; forms of one word share a position, and so do the parts of a hyphenated word
 * @param kind what it is made of
 */
public record Token(String form, String plain, int start, int end, int position, Kind kind) {

    /** What a form is made of. */
    public enum Kind {
        /** A word. */
        WORD,
        /** A part of a hyphenated word. */
        PART,
        /** A Chinese character alone. */
        CHARACTER,
        /** A Chinese character and the next. */
        PAIR
    }
}
