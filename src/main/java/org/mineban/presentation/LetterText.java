package org.mineban.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a letter says: a text that a person gives, or one of the ready purposes. */
public sealed interface LetterText {

    /** A text of a person's own, paragraph by paragraph. */
    record Given(List<String> paragraphs) implements LetterText {
        public Given {
            paragraphs = List.copyOf(paragraphs);
        }

        /** The paragraphs of a text, which empty lines keep apart. */
        public static Given of(String text) {
            return new Given(Arrays.stream(text.replace("\r\n", "\n").split("\n\\s*\n"))
                    .map(String::strip)
                    .filter(paragraph -> !paragraph.isEmpty())
                    .toList());
        }
    }

    /** The ready purposes of notes verbales. */
    enum Purpose implements LetterText {
        /** To a State not party: the invitation of resolution 67/32, paragraph 1, to accede. */
        ACCEDE,
        /** To a signatory: the call of paragraph 2 to ratify. */
        RATIFY,
        /** To a State Party: the report under Article 7 that is due next. */
        REPORT;

        /** Its word in commands and messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
