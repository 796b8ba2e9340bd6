package org.mineban.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six official languages of the United Nations, in the order of their codes. All six are equals here. */
public enum Language {
    ARABIC("ar"),
    ENGLISH("en"),
    SPANISH("es"),
    FRENCH("fr"),
    RUSSIAN("ru"),
    CHINESE("zh");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code, as it stands in addresses and file names. */
    public String code() {
        return code;
    }

    /** Whether a page in this language runs from right to left. */
    public boolean rightToLeft() {
        return this == ARABIC;
    }

    /** The Java locale of this language alone, with no country. */
    public Locale locale() {
        return Locale.of(code);
    }

    /** The language with that code, in any case; empty when it is none of the six. */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
