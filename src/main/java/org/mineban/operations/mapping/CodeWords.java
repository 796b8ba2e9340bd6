package org.mineban.operations.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mineban.operations.Dictionary;

/** The words that files use for the codes of our lists: the codes themselves and {@code operations/code-words.csv}. */
final class CodeWords {

    private static final Pattern BETWEEN_CODES = Pattern.compile("[,;|/]");

    private final Map<String, Map<String, String>> byList = new HashMap<>();

    CodeWords(Dictionary dictionary) {
        dictionary.codes().forEach((list, codes) -> {
            Map<String, String> words = new HashMap<>();
            for (String code : codes) {
                words.put(PlainWord.of(code), code);
                words.put(PlainWord.of(code.replace('_', ' ')), code);
            }
            byList.put(list, words);
        });
        ResourceRows.read(
                "operations/code-words.csv",
                row -> Objects.requireNonNull(byList.get(row.getField("list")))
                        .put(PlainWord.of(row.getField("word")), row.getField("code")));
    }

    /** The code that a cell means; empty when it is none of the list. */
    Optional<String> code(String list, String text) {
        return Optional.ofNullable(Objects.requireNonNull(byList.get(list)).get(PlainWord.of(text)));
    }

    /** The lists to which a word belongs. */
    Set<String> listsOf(String text) {
        String plain = PlainWord.of(text);
        return byList.entrySet().stream()
                .filter(list -> list.getValue().containsKey(plain))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The codes that a cell means, each once; empty when one of them is none of the list. */
    Optional<String> codes(String list, String text) {
        Optional<String> one = code(list, text);
        if (one.isPresent()) {
            return one;
        }
        List<String> found = new ArrayList<>();
        String parted = BETWEEN_CODES.matcher(text).find() ? text : text.replace(' ', ',');
        for (String part : BETWEEN_CODES.split(parted, -1)) {
            if (part.isBlank()) {
                continue;
            }
            Optional<String> code = code(list, part);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            found.add(code.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", new TreeSet<>(found)));
    }
}
