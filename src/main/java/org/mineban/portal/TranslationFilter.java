package org.mineban.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.platform.ReviewState;
import org.mineban.translations.TextList;
import org.mineban.translations.TranslationText;

/**
 * Which texts the page of translations shows.
 *
 * @param language the language translated into; the reader's own unless that is English or another is asked for
 * @param words what key, English text or translation must hold, whatever the case of its letters
 */
record TranslationFilter(
        Language language, Optional<ReviewState> state, Optional<String> file, Optional<String> words) {

    /** The languages translated into. */
    static final List<String> LANGUAGES = Arrays.stream(Language.values())
            .filter(language -> language != Language.ENGLISH)
            .map(Language::code)
            .toList();

    static final List<String> STATES =
            Arrays.stream(ReviewState.values()).map(ReviewState::key).toList();

    static TranslationFilter of(Visit visit) {
        Language own = visit.language() == Language.ENGLISH ? Language.ARABIC : visit.language();
        return new TranslationFilter(
                Choice.check(visit, "of", LANGUAGES).flatMap(Language::find).orElse(own),
                Choice.check(visit, "state", STATES).flatMap(ReviewState::find),
                Choice.check(visit, "file", Messages.FILES),
                visit.asked("words"));
    }

    /** Whether something other than the language narrows the list. */
    boolean narrowed() {
        return state.isPresent() || file.isPresent() || words.isPresent();
    }

    List<TranslationText> select(TextList texts) {
        Optional<String> sought = words.map(text -> text.toLowerCase(Locale.ROOT));
        return texts.of(language).stream()
                .filter(text -> state.isEmpty() || text.review().state() == state.get())
                .filter(text -> file.isEmpty() || text.entry().file().equals(file.get()))
                .filter(text -> sought.isEmpty() || holds(text, sought.get()))
                .toList();
    }

    private static boolean holds(TranslationText text, String sought) {
        return (text.key() + "\n" + text.english() + "\n" + text.text())
                .toLowerCase(Locale.ROOT)
                .contains(sought);
    }
}
