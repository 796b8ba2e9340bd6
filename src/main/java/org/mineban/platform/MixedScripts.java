package org.mineban.platform;

import com.ibm.icu.text.SpoofChecker;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that mix scripts, as a Cyrillic а among Latin letters: they may be other words than they look. */
public final class MixedScripts {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Letters that nobody takes for those of another script, and that are written together with foreign words, as in وOR. */
    private static final Pattern UNLIKE_OTHERS = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}]+");

    private static final int FIRST_AFTER_LATIN = 0x250;

    /** Chinese beside Latin letters in one word is usual and looks like nothing else; Cyrillic or Greek beside Latin is not. */
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private MixedScripts() {}

    /** The first such word of a text; empty when it has none. */
    public static Optional<String> firstIn(String text) {
        if (text.chars().allMatch(unit -> unit < FIRST_AFTER_LATIN)) {
            return Optional.empty();
        }
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty()
                        && CHECKER.failsChecks(UNLIKE_OTHERS.matcher(word).replaceAll("")))
                .findFirst();
    }

    /** Whether a word of the text mixes scripts. */
    public static boolean within(String text) {
        return firstIn(text).isPresent();
    }
}
