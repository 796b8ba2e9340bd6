package org.mineban.victims;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The words of a name as they are looked for: without case, marks and other accidents of writing, in their own script and in Latin letters, so that a
 * name is found however it was spelt. Chinese and other names without spaces give each pair of signs too.
 */
final class NameWords {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final String MARKS = "NFD; [[:Nonspacing Mark:]\\u0640] Remove; NFC";

    private NameWords() {}

    /** Every form by which somebody of that name is found. */
    static Set<String> of(String name) {
        Set<String> words = new LinkedHashSet<>();
        String folded = folded(name);
        add(words, folded, true);
        add(words, folded(Transliterator.getInstance("Any-Latin; Latin-ASCII").transliterate(folded)), false);
        return words;
    }

    /** The forms of a name that somebody typed to look for it: each word in its own script only, all of which a hit must have. */
    static Set<String> asked(String typed) {
        Set<String> words = new LinkedHashSet<>();
        add(words, folded(typed), true);
        return words;
    }

    private static void add(Set<String> words, String folded, boolean pairs) {
        for (String word : folded.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            boolean dense = word.codePoints()
                    .anyMatch(sign -> Character.isIdeographic(sign)
                            || Character.UnicodeScript.of(sign) == Character.UnicodeScript.THAI
                            || Character.UnicodeScript.of(sign) == Character.UnicodeScript.KHMER
                            || Character.UnicodeScript.of(sign) == Character.UnicodeScript.LAO
                            || Character.UnicodeScript.of(sign) == Character.UnicodeScript.MYANMAR);
            if (!dense) {
                words.add(word);
                continue;
            }
            int[] signs = word.codePoints().toArray();
            if (signs.length == 1) {
                words.add(word);
            }
            for (int at = 0; pairs && at + 1 < signs.length; at++) {
                words.add(new String(signs, at, 2));
            }
        }
    }

    /** One way of writing: no case, no marks, one form for letters that are typed one for another. */
    static String folded(String text) {
        String folded = FOLD.normalize(text);
        folded = Transliterator.getInstance(MARKS).transliterate(folded);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().map(NameWords::plain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int plain(int sign) {
        if (Character.isDigit(sign)) {
            return '0' + Character.digit(sign, 10);
        }
        return switch (sign) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ئ', 'ی' -> 'ي';
            case 'ؤ' -> 'و';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ё' -> 'е';
            case 'ı' -> 'i';
            case 'ł' -> 'l';
            case 'đ', 'ð' -> 'd';
            case 'ø' -> 'o';
            default -> sign;
        };
    }

    /** A number without anything but its letters and digits. */
    static String number(String text) {
        return folded(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
