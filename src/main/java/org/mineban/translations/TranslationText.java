package org.mineban.translations;

import org.mineban.kernel.Language;
import org.mineban.platform.Review;

/**
 * A text in one language beside the English one it is made from.
 *
 * @param english the English pattern
 * @param text the pattern that is shown today, the program's own or a mended one
 * @param mended whether it comes from the folder of mended texts
 */
public record TranslationText(
        Language language, TextEntry entry, String english, String text, Review review, boolean mended) {

    public String key() {
        return entry.key();
    }
}
