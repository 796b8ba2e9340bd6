package org.mineban.documents;

import com.ibm.icu.text.SpoofChecker;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that mix scripts, as a Cyrillic а among Latin letters: they may be other words than they look. */
public final class MixedScripts {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** Chinese beside Latin letters in one word is usual and looks like nothing else; Cyrillic or Greek beside Latin is not. */
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private MixedScripts() {}

    /** The first such word of a text; empty when it has none. */
    public static Optional<String> firstIn(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty() && CHECKER.failsChecks(word))
                .findFirst();
    }

    /** Whether a word of the text mixes scripts. */
    public static boolean within(String text) {
        return firstIn(text).isPresent();
    }
}
