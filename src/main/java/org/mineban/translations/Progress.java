package org.mineban.translations;

import java.util.List;
import org.mineban.kernel.Language;
import org.mineban.platform.ReviewState;

/** How many texts of a language are in which state; {@code mended} of them come from the folder of mended texts. */
public record Progress(Language language, int texts, int reviewed, int unreviewed, int sourceChanged, int mended) {

    static Progress of(Language language, List<TranslationText> texts) {
        return new Progress(
                language,
                texts.size(),
                count(texts, ReviewState.REVIEWED),
                count(texts, ReviewState.UNREVIEWED),
                count(texts, ReviewState.SOURCE_CHANGED),
                Math.toIntExact(texts.stream().filter(TranslationText::mended).count()));
    }

    private static int count(List<TranslationText> texts, ReviewState state) {
        return Math.toIntExact(
                texts.stream().filter(text -> text.review().state() == state).count());
    }
}
