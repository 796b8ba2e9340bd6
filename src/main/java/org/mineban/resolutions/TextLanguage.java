package org.mineban.resolutions;

/** The language a resolution is printed in. Only the two that the reader knows. */
public enum TextLanguage {
    ENGLISH("en"),
    FRENCH("fr");

    private final String code;

    TextLanguage(String code) {
        this.code = code;
    }

    /** The two-letter code used in data: {@code en} or {@code fr}. */
    public String code() {
        return code;
    }
}
