package org.mineban.reporting;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

/** What a field holds. */
public sealed interface Value {

    /** A number, or the kind of its absence, in the unit that the dictionary gives the field. */
    record Quantity(Figure figure) implements Value {}

    /** Text, in one or more languages. */
    record Text(Map<Language, String> byLanguage) implements Value {
        public Text {
            byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
        }

        public static Text of(Language language, String text) {
            return new Text(Map.of(language, text));
        }

        /** The text of the first language that has one; empty when none has. */
        public String any() {
            return byLanguage.values().stream()
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    /** A date as precisely as it was written. */
    record Date(PartialDate date) implements Value {}

    /** One or more words of a closed list, or names; in the order written. */
    record Words(List<String> words) implements Value {
        public Words {
            words = List.copyOf(words);
        }

        public static Words of(String... words) {
            return new Words(List.of(words));
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Value {}

    /**
     * A file that belongs to the report.
     *
     * @param name as it was sent
     * @param sha256 64 hexadecimal digits; empty when the file itself is not here
     * @param mediaType as {@code application/pdf}; empty when not known
     * @param bytes size; -1 when not known
     */
    record Attachment(String name, String sha256, String mediaType, long bytes) implements Value {}

    /**
     * Something was written that cannot be read as what the field wants. It is kept, and asked about; it is never taken for a value.
     *
     * @param why lower-case words joined by hyphens, as {@code not-a-number}, {@code ambiguous-number}, {@code ambiguous-date}, {@code no-unit}
     * @param readings what it might be, in the form that data has; empty when nothing comes to mind
     */
    record Unread(String why, List<String> readings) implements Value {
        public Unread {
            readings = List.copyOf(readings);
        }
    }
}
