package org.mineban.reporting;

import java.util.Map;
import org.mineban.kernel.Language;

/** What the cover page says of one subject. */
public sealed interface Mark {

    /** The section has something to tell. */
    record Changed() implements Mark {}

    /**
     * Nothing changed since an earlier report, whose content holds.
     *
     * @param since as written: the year that report covered, or its day; empty when the cover page names none
     */
    record Unchanged(String since) implements Mark {}

    /**
     * There is nothing of this in the State, said in a sentence.
     *
     * @param sentence by language
     */
    record Nil(Map<Language, String> sentence) implements Mark {
        public Nil {
            sentence = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(sentence));
        }
    }

    /** The subject does not apply to the State. */
    record NotApplicable() implements Mark {}

    /** The word in data and in the message {@code mark.KEY}. */
    default String key() {
        return switch (this) {
            case Changed changed -> "changed";
            case Unchanged unchanged -> "unchanged";
            case Nil nil -> "nil";
            case NotApplicable notApplicable -> "not-applicable";
        };
    }
}
