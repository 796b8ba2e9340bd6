package org.mineban.resolutions.reading;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case and accents, character by character, so that a place found in the folded text is the same place in the text. */
final class Fold {
    private static final int TABLE = 0x250;
    private static final char[] BASE = table();

    private Fold() {}

    static String fold(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    static char fold(char c) {
        if (c < TABLE) {
            return BASE[c];
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC', '\u00B4' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    /** Letters and digits only: for lines that recognition has torn apart. */
    static String squeeze(CharSequence text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static char[] table() {
        char[] base = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            base[c] = plain.toLowerCase(Locale.ROOT).charAt(0);
        }
        base['`'] = '\'';
        base['\u00B4'] = '\'';
        return base;
    }
}
