package org.mineban.search;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;
import org.mineban.search.text.Folding;

/** Articles, prepositions and the like: beside other words of a query they are welcome and not required. */
final class SmallWords {

    private static final Set<String> WORDS = FactTable.resource(
                    "search/small-words.csv",
                    FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                    FactColumn.text("words"))
            .rows()
            .stream()
            .flatMap(row -> Stream.of(row.get("words").split(" ", -1)))
            .map(Folding::word)
            .collect(Collectors.toUnmodifiableSet());

    private SmallWords() {}

    static boolean contain(String word) {
        return WORDS.contains(Folding.word(word));
    }
}
