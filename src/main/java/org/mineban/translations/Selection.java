package org.mineban.translations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mineban.platform.ReviewState;

/** Which texts go to a translator. */
public enum Selection {
    /** Every text. */
    ALL,
    /** Those that nobody has reviewed, and those whose English text has changed. */
    UNREVIEWED,
    /** Those whose English text has changed. */
    CHANGED;

    /** The words for them, as on the command line and in addresses. */
    public static final List<String> WORDS = List.of("all", "unreviewed", "changed");

    public static Optional<Selection> find(String word) {
        return Arrays.stream(values())
                .filter(selection -> selection.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Those of the texts that are meant. */
    public List<TranslationText> of(List<TranslationText> texts) {
        return texts.stream()
                .filter(text -> switch (this) {
                    case ALL -> true;
                    case UNREVIEWED -> text.review().state() != ReviewState.REVIEWED;
                    case CHANGED -> text.review().state() == ReviewState.SOURCE_CHANGED;
                })
                .toList();
    }
}
