package org.mineban.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes equal what readers take for equal: case, width, ligatures, accents on Latin letters, Arabic vowel signs, ё and е, the digits of each
 * script. Characters that cannot be seen (marks of direction, joiners, soft hyphens) go.
 */
public final class Folding {

    private static final Normalizer2 CASE_FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Pattern ELISION = Pattern.compile("^(?:l|d|s|n|m|t|c|j|qu|jusqu|lorsqu|puisqu)'(?=\\p{L})");
    private static final Pattern POSSESSIVE = Pattern.compile("'s?$");
    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'đ', "d", (int) 'ł', "l", (int) 'ı', "i", (int) 'ð',
            "d", (int) 'þ', "th");

    private Folding() {}

    /** One word, folded; its script decides what goes. */
    public static String word(String word) {
        String folded = CASE_FOLDED.normalize(word);
        return switch (script(folded)) {
            case UScript.ARABIC -> digits(ArabicForms.withoutSigns(folded));
            case UScript.CYRILLIC -> digits(withoutMarks(folded.replace('ё', 'е'), false));
            case UScript.HAN -> folded;
            default -> digits(latin(folded));
        };
    }

    /** A whole title as one piece, folded, its spaces and signs made one space each. */
    public static String whole(String text) {
        StringBuilder whole = new StringBuilder();
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}\\p{Cf}]+", -1)) {
            String folded = word(word);
            if (!folded.isEmpty()) {
                whole.append(whole.isEmpty() ? "" : " ").append(folded);
            }
        }
        return whole.toString();
    }

    /** The text without characters that steer how it is shown: controls, marks of direction, lone surrogates. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int type = Character.getType(character);
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                visible.append(' ');
            } else if (type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED) {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString().strip();
    }

    /** The script of the first letter, as ICU numbers them. */
    static int script(String text) {
        int found = text.codePoints().filter(Character::isLetter).findFirst().orElse('0');
        return UScript.getScript(found);
    }

    private static String latin(String word) {
        String straight = word.replace('’', '\'').toLowerCase(Locale.ROOT);
        String bare =
                POSSESSIVE.matcher(ELISION.matcher(straight).replaceFirst("")).replaceFirst("");
        return withoutMarks(bare, true).replace("'", "");
    }

    private static String withoutMarks(String word, boolean decompose) {
        StringBuilder bare = new StringBuilder(word.length());
        (decompose ? DECOMPOSED.normalize(word) : word).codePoints().forEach(character -> {
            String letters = LETTERS.get(character);
            if (letters != null) {
                bare.append(letters);
            } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
                bare.appendCodePoint(character);
            }
        });
        return bare.toString();
    }

    private static String digits(String word) {
        if (word.chars().allMatch(character -> character < 128 || !Character.isDigit(character))) {
            return word;
        }
        StringBuilder western = new StringBuilder(word.length());
        word.codePoints().forEach(character -> {
            int digit = UCharacter.digit(character, 10);
            western.appendCodePoint(Character.isDigit(character) && digit >= 0 ? '0' + digit : character);
        });
        return western.toString();
    }
}
