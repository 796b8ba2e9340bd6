package org.mineban.geography;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Signs and digits of many scripts as those of one. */
final class Digits {

    private static final Pattern DECIMAL_POINT = Pattern.compile("\\d\\.\\d");

    private Digits() {}

    /** A text with Latin digits, plain signs for degrees, minutes, seconds and minus, single spaces and capitals. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '°', 'º', '˚', '∘', '⁰', 'ᵒ', '度' -> plain.append('°');
                case '′', '’', '‘', '´', '`', 'ʹ', '‵', '分' -> plain.append('\'');
                case '″', '”', '“', '„', '〃', 'ʺ', '秒' -> plain.append('"');
                case '−', '–', '—', '‐', '‑', '﹣', '－' -> plain.append('-');
                case '٫' -> plain.append('.');
                case '،', '，', '、', '٬' -> plain.append(',');
                case '؛', '；', '|', '/' -> plain.append(';');
                case '\u200e', '\u200f', '\u061c', '\u202a', '\u202b', '\u202c', '\u2066', '\u2067', '\u2069' -> {}
                default -> plain.append(one);
            }
        }
        String narrow = Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replace("''", "\"")
                .toUpperCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char one = narrow.charAt(i);
            int digit = one < 0x80 ? -1 : UCharacter.digit(one, 10);
            latin.append(digit >= 0 && Character.isDigit(one) ? (char) ('0' + digit) : one);
        }
        return latin.toString().replaceAll("\\s+", " ").strip();
    }

    /** Commas between digits as points, when no point is there: for numbers that other signs divide. */
    static String decimalPoints(String text) {
        return hasPoint(text) ? text : text.replaceAll("(?<=\\d),(?=\\d)", ".");
    }

    /** Whether a decimal point is there; the points of abbreviated words are none. */
    static boolean hasPoint(String text) {
        return DECIMAL_POINT.matcher(text).find();
    }

    /** How many digits stand after the point. */
    static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }
}
