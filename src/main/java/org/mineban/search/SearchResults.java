package org.mineban.search;

import java.util.List;
import java.util.Optional;

/**
 * What a search gave.
 *
 * @param read the query as it was read: without what steers display, bounded
 * @param cut whether the query was longer than is read
 * @param total how many things were found
 * @param more whether there are more than {@code total}, not counted
 * @param found those of the page asked for, best first
 * @param corrected the query that was answered instead, when the one asked gave nothing and a word was probably misspelt
 * @param anyWord a query for any of the words, when none has them all and this one would find something
 */
public record SearchResults(
        String read,
        boolean cut,
        long total,
        boolean more,
        List<Found> found,
        Optional<String> corrected,
        Optional<String> anyWord) {

    public SearchResults {
        found = List.copyOf(found);
    }

    /** How many pages there are to turn. */
    public int pages() {
        long pages = (total + SearchQuery.PAGE_SIZE - 1) / SearchQuery.PAGE_SIZE;
        return Math.clamp(pages, 1, SearchQuery.LAST_PAGE);
    }
}
