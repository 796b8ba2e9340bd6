package org.mineban.translations;

/**
 * A text as a translator sent it back.
 *
 * @param line the line of the file on which its translation stands, or its unit when there is none
 * @param key the id of the unit
 * @param source the English text that it was made from
 * @param text the translation; empty when there is none
 * @param readiness what the file says of it
 */
record XliffUnit(int line, String key, String source, String text, Readiness readiness) {

    /** What a translation tool says of a text. */
    enum Readiness {
        /** Approved, signed off or final. */
        REVIEWED,
        /** Translated, waiting for a reviewer. */
        TRANSLATED,
        /** Nothing, or that it needs work. */
        NEEDS_WORK
    }
}
