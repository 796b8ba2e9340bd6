package org.mineban.resolutions;

/**
 * Something a person should look at before relying on what was read.
 *
 * @param detail the value in question, never a sentence
 */
public record Warning(Code code, String detail) {
    /** What is wrong. */
    public enum Code {
        NO_NUMBER,
        NUMBER_FROM_FILE_NAME,
        NO_TITLE,
        NO_DATE_OF_ADOPTION,
        NO_OPERATIVE_PARAGRAPH,
        NUMBERING_NOT_CONTINUOUS,
        FOOTNOTE_WITHOUT_TEXT,
        FOOTNOTE_WITHOUT_MARK,
        UNKNOWN_VERB,
        BEGINNING_MISSING,
        SEVERAL_RESOLUTIONS,
        SEVERAL_LANGUAGES
    }
}
