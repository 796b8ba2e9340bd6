package org.mineban.translations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.platform.Messages;

/** Every text of the program, in the order of the English files, in each language with its review. */
public final class TextList {

    private final Messages messages;
    private final List<TextEntry> entries;

    public TextList(Messages messages) {
        this.messages = messages;
        this.entries = MessageFileLines.entries();
    }

    /** The texts of one language. */
    public List<TranslationText> of(Language language) {
        return entries.stream()
                .map(entry -> new TranslationText(
                        language,
                        entry,
                        messages.pattern(Language.ENGLISH, entry.key()),
                        messages.pattern(language, entry.key()),
                        messages.review(language, entry.key()),
                        messages.mended(language, entry.key()).isPresent()))
                .toList();
    }

    /** How far each language is. */
    public List<Progress> progress() {
        return Arrays.stream(Language.values())
                .map(language -> Progress.of(language, of(language)))
                .toList();
    }

    /**
     * Refuses English where a language translated into is asked for.
     *
     * @throws org.mineban.kernel.ProblemException {@code translation-english}
     */
    public static Language target(Language language) {
        if (language == Language.ENGLISH) {
            throw new Problem("translation-english", Problem.Kind.WRONG_USAGE, Map.of()).asException();
        }
        return language;
    }
}
