package org.mineban.documents;

/**
 * A character that the fonts of a file do not have. In its place stands its code, as {@code [U+1F4A3]}.
 *
 * @param codePoint the character
 * @param times how often it was wanted
 */
public record Unshown(int codePoint, long times) {

    /** The code of the character, as {@code U+1F4A3}. */
    public String code() {
        return "U+%04X".formatted(codePoint);
    }

    /** The code and the name that the Unicode Standard gives it, in English. */
    public String codeAndName() {
        String name = Character.getName(codePoint);
        return name == null ? code() : code() + " " + name;
    }
}
