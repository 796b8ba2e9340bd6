package org.mineban.documents.writing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** What is done to every text before it is written, since it may come from anywhere. */
final class Characters {

    static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
    static final char FIRST_STRONG_ISOLATE = '\u2068';
    static final char POP_ISOLATE = '\u2069';
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * The text without controls. Tabs and line ends become spaces; what reorders text beyond its own end is removed: embeddings and
     * overrides, and isolates that are not closed. Halves of characters and codes that are no characters become U+FFFD.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int open = 0;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            if (code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029) {
                clean.append(' ');
            } else if (code >= LEFT_TO_RIGHT_ISOLATE && code <= FIRST_STRONG_ISOLATE) {
                open++;
                clean.appendCodePoint(code);
            } else if (code == POP_ISOLATE) {
                if (open > 0) {
                    open--;
                    clean.append(POP_ISOLATE);
                }
            } else if (noCharacter(code)) {
                clean.appendCodePoint(REPLACEMENT);
            } else if (!Character.isISOControl(code) && !reorders(code)) {
                clean.appendCodePoint(code);
            }
        }
        return clean.append(String.valueOf(POP_ISOLATE).repeat(open)).toString();
    }

    /**
     * The text as a layout can print it that puts no mark above a letter by itself: letters with their marks as one character, and Arabic
     * without vowel signs, as it is usually printed.
     */
    static String composed(String text) {
        String whole = Normalizer2.getNFCInstance().normalize(text);
        if (whole.codePoints().noneMatch(Characters::vowelSign)) {
            return whole;
        }
        return whole.codePoints()
                .filter(code -> !vowelSign(code))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean vowelSign(int code) {
        return (code >= 0x64B && code <= 0x65F) || code == 0x670;
    }

    private static boolean reorders(int code) {
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x206A && code <= 0x206F) || code == 0xFEFF;
    }

    private static boolean noCharacter(int code) {
        return (code >= 0xD800 && code <= 0xDFFF) || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
    }

    /** Whether the text runs from right to left by its first letter that has a direction. */
    static boolean rightToLeft(String text) {
        return text.codePoints()
                .map(UCharacter::getDirection)
                .filter(direction -> direction == UCharacterDirection.LEFT_TO_RIGHT
                        || direction == UCharacterDirection.RIGHT_TO_LEFT
                        || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC)
                .mapToObj(direction -> direction != UCharacterDirection.LEFT_TO_RIGHT)
                .findFirst()
                .orElse(false);
    }

    /** Whether the text has letters of both directions. */
    static boolean mixed(String text) {
        return text.codePoints().anyMatch(Characters::leftToRightLetter)
                && text.codePoints().anyMatch(Characters::rightToLeftLetter);
    }

    /** Whether the text has no letter of either direction: numbers and marks only. */
    static boolean without(String text) {
        return text.codePoints().noneMatch(code -> leftToRightLetter(code) || rightToLeftLetter(code));
    }

    private static boolean leftToRightLetter(int code) {
        return UCharacter.getDirection(code) == UCharacterDirection.LEFT_TO_RIGHT;
    }

    private static boolean rightToLeftLetter(int code) {
        int direction = UCharacter.getDirection(code);
        return direction == UCharacterDirection.RIGHT_TO_LEFT || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
    }

    /** Whether a reader sees nothing of the character by itself, so that a font need not have it. */
    static boolean invisible(int code) {
        return UCharacter.hasBinaryProperty(code, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || Character.getType(code) == Character.FORMAT;
    }

    /** How many columns of a terminal the text takes: a Chinese character takes two, a combining mark none. */
    static int columns(String text) {
        return text.codePoints().map(Characters::columns).sum();
    }

    static int columns(int code) {
        int type = UCharacter.getType(code);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(code, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
