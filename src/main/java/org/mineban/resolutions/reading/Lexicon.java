package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases of a controlled list, found in a text by their words: the longest phrase that stands at a place wins.
 *
 * @param <T> what a phrase stands for
 */
final class Lexicon<T> {
    /** A word of a text, folded, and where it stands. */
    record Word(String folded, int from, int to) {}

    /** A phrase found: which words it covers, and where. */
    record Hit<T>(T value, int firstWord, int words, int from, int to) {}

    private record Entry<T>(List<String> words, T value) {}

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();

    void add(String phrase, T value) {
        List<String> words = words(phrase).stream().map(Word::folded).toList();
        if (!words.isEmpty()) {
            byFirstWord
                    .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Entry<>(words, value));
        }
    }

    /** The longest phrase that begins with this word of the text. */
    Optional<Hit<T>> at(List<Word> text, int index) {
        Entry<T> best = null;
        for (Entry<T> entry : byFirstWord.getOrDefault(text.get(index).folded(), List.of())) {
            boolean longer = best == null || entry.words().size() > best.words().size();
            if (longer && matches(entry.words(), text, index)) {
                best = entry;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        int length = best.words().size();
        return Optional.of(new Hit<>(
                best.value(),
                index,
                length,
                text.get(index).from(),
                text.get(index + length - 1).to()));
    }

    private static boolean matches(List<String> phrase, List<Word> text, int index) {
        if (index + phrase.size() > text.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).equals(text.get(index + i).folded())) {
                return false;
            }
        }
        return true;
    }

    /** Letters and digits make words; everything else parts them. */
    static List<Word> words(CharSequence text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new Word(Fold.fold(text.subSequence(start, i)), start, i));
                start = -1;
            }
        }
        return words;
    }
}
