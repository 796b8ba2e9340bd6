package org.mineban.documents;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A character that a reader of a file will not see, or may not.
 *
 * @param codePoint the character
 * @param times how often it was wanted
 * @param kept whether it stands in the file as it is, for the fonts of its reader, which may not have it; if not, the fonts in the file do not
 *     have it, and its code stands in its place, as {@code [U+1F4A3]}
 */
public record Unshown(int codePoint, long times, boolean kept) {

    private static final int MOST_LISTED = 40;

    /** The code of the character, as {@code U+1F4A3}. */
    public String code() {
        return "U+%04X".formatted(codePoint);
    }

    /** The code and the name that the Unicode Standard gives it, in English. */
    public String codeAndName() {
        String name = Character.getName(codePoint);
        return name == null ? code() : code() + " " + name;
    }

    /** Codes and names of at most forty, so that a text in a script that nobody expected does not become a list of it. */
    public static String codesAndNames(List<Unshown> characters) {
        String listed =
                characters.stream().limit(MOST_LISTED).map(Unshown::codeAndName).collect(Collectors.joining(", "));
        return characters.size() > MOST_LISTED ? listed + " … (" + characters.size() + ")" : listed;
    }
}
