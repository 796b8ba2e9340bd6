package org.mineban.resolutions.reading;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mineban.resolutions.TextLanguage;

/** English or French, by the small words that every sentence has. */
final class TextLanguages {
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "and", "in", "to", "its", "with", "by", "for", "on", "that");
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "du", "et", "de", "en", "aux", "au", "par", "sur", "dans", "que", "sa", "ses");
    private static final int LOOKED_AT = 6_000;

    private TextLanguages() {}

    /** The language of a text; nothing when it is neither. */
    static @Nullable TextLanguage of(String text) {
        int english = 0;
        int french = 0;
        int words = 0;
        for (Lexicon.Word word : Lexicon.words(text.substring(0, Math.min(LOOKED_AT, text.length())))) {
            words++;
            english += ENGLISH.contains(word.folded()) ? 1 : 0;
            french += FRENCH.contains(word.folded()) ? 1 : 0;
        }
        if (Math.max(english, french) * 12 < words) {
            return null;
        }
        return english > french ? TextLanguage.ENGLISH : TextLanguage.FRENCH;
    }
}
