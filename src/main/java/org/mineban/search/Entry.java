package org.mineban.search;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/**
 * Something public that can be found: about a page of text at most, since an excerpt is looked for at its beginning. A long document is
 * several entries, one for each section.
 *
 * @param state the State it is about; empty when it is about none
 * @param year the year it belongs to; empty when it belongs to none
 * @param address the page that shows it, without language, as {@code /states/UKR}
 * @param confidence how far the fact behind it can be trusted
 * @param codes other words that name it and nothing else, as {@code UKR}; a query that is one of them finds it first
 * @param texts what it says, in at least one language
 */
public record Entry(
        EntryKind kind,
        Optional<StateCode> state,
        OptionalInt year,
        String address,
        Confidence confidence,
        Set<String> codes,
        Map<Language, Text> texts) {

    /**
     * The words of an entry in one language.
     *
     * @param body may be empty
     */
    public record Text(String title, String body) {}

    public Entry {
        codes = Set.copyOf(codes);
        texts = Map.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("An entry needs words in at least one language: " + address);
        }
    }
}
