package org.mineban.resolutions.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers in words, English and French, cardinal and ordinal, up to the hundreds.
 *
 * <p>The words are data ({@code number-words.csv}); what is here is how they combine: "quatre-vingt-dix-septième" is 4 × 20 + 10 + 7.
 */
final class NumberWords {
    private final Map<String, Integer> cardinals = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    NumberWords() {
        for (Map<String, String> row : CsvTable.load("number-words.csv").rows()) {
            Map<String, Integer> target = "ordinal".equals(row.get("kind")) ? ordinals : cardinals;
            target.put(Fold.fold(row.getOrDefault("word", "")), Integer.valueOf(row.getOrDefault("value", "")));
        }
    }

    /** The number that the whole of the words says as an ordinal ("soixante-septième"); nothing if any word is strange. */
    OptionalInt ordinal(String words) {
        List<String> tokens = tokens(words);
        if (tokens.isEmpty() || !ordinals.containsKey(tokens.getLast())) {
            return OptionalInt.empty();
        }
        return combine(tokens);
    }

    /** The number that the whole of the words says as a cardinal ("onze", "one hundred and sixty"). */
    OptionalInt cardinal(String words) {
        List<String> tokens = tokens(words);
        if (tokens.isEmpty() || !cardinals.containsKey(tokens.getLast())) {
            return OptionalInt.empty();
        }
        return combine(tokens);
    }

    /** The longest ordinal at the end of the words: in "à sa soixante-huitième" it is 68. */
    OptionalInt trailingOrdinal(String words) {
        List<String> tokens = tokens(words);
        if (tokens.isEmpty() || !ordinals.containsKey(tokens.getLast())) {
            return OptionalInt.empty();
        }
        int from = tokens.size() - 1;
        while (from > 0 && isNumberWord(tokens.get(from - 1))) {
            from--;
        }
        while (from < tokens.size() - 1 && isLink(tokens.get(from))) {
            from++;
        }
        return combine(tokens.subList(from, tokens.size()));
    }

    /** Whether the word can be part of a number: a number word or the "et" and "and" inside one. */
    boolean isNumberWord(String word) {
        return cardinals.containsKey(word) || ordinals.containsKey(word) || isLink(word);
    }

    private static boolean isLink(String word) {
        return word.equals("et") || word.equals("and");
    }

    private OptionalInt combine(List<String> tokens) {
        int hundreds = 0;
        int below = 0;
        for (String token : tokens) {
            if (isLink(token)) {
                continue;
            }
            Integer value = cardinals.containsKey(token) ? cardinals.get(token) : ordinals.get(token);
            if (value == null) {
                return OptionalInt.empty();
            }
            if (value == 100) {
                hundreds = Math.max(below, 1) * 100;
                below = 0;
            } else if (value == 20 && below == 4) {
                below = 80;
            } else {
                below += value;
            }
        }
        return OptionalInt.of(hundreds + below);
    }

    private static List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        String folded = Fold.fold(words);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetter(c)) {
                token.append(c);
            } else if (!token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }
}
