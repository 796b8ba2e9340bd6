package org.mineban.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mineban.kernel.Language;
import org.mineban.search.text.Token;

/** What a query looks for in each language, so that it can be shown where a text has it. */
final class Marks {

    /** A stretch of a text. */
    record Span(int start, int end) {}

    private final Map<Language, List<SortedMap<Integer, Set<String>>>> patterns = new EnumMap<>(Language.class);

    /** Adds forms that must stand one after the other; by their places. */
    void add(Language language, SortedMap<Integer, Set<String>> forms) {
        patterns.computeIfAbsent(language, wanted -> new ArrayList<>()).add(forms);
    }

    /** Where a text of that language, cut into these tokens, has what is looked for; in order, none touching the next. */
    List<Span> in(Language language, List<Token> tokens) {
        SortedMap<Integer, List<Token>> byPlace = new TreeMap<>();
        tokens.forEach(token -> byPlace.computeIfAbsent(token.position(), place -> new ArrayList<>())
                .add(token));
        SortedMap<Integer, Integer> spans = new TreeMap<>();
        for (SortedMap<Integer, Set<String>> pattern : patterns.getOrDefault(language, List.of())) {
            byPlace.keySet().forEach(place -> at(byPlace, place, pattern, spans));
        }
        List<Span> merged = new ArrayList<>();
        spans.forEach((start, end) -> {
            Span last = merged.isEmpty() ? new Span(-1, -1) : merged.getLast();
            if (start <= last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), end)));
            } else {
                merged.add(new Span(start, end));
            }
        });
        return merged;
    }

    private static void at(
            SortedMap<Integer, List<Token>> byPlace,
            int place,
            SortedMap<Integer, Set<String>> pattern,
            SortedMap<Integer, Integer> spans) {
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (Map.Entry<Integer, Set<String>> wanted : pattern.entrySet()) {
            int offset = wanted.getKey() - pattern.firstKey();
            boolean found = false;
            for (Token token : byPlace.getOrDefault(place + offset, List.of())) {
                if (wanted.getValue().contains(token.form())) {
                    start = Math.min(start, token.start());
                    end = Math.max(end, token.end());
                    found = true;
                }
            }
            if (!found) {
                return;
            }
        }
        if (end >= 0) {
            spans.merge(start, end, Math::max);
        }
    }
}
