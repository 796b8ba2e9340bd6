package org.mineban.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mineban.presentation.Knowledge;

/** Search in everything the program knows. The index is made when it is first needed, so that starting the program does not wait for it. */
public final class Search {

    private final Knowledge knowledge;
    private volatile @Nullable SearchIndex index;

    public Search(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Searches. Every text can be asked for; none is an error. */
    public SearchResults find(SearchQuery asked) {
        return index().find(asked);
    }

    /**
     * Makes the index a little later, in a thread of its own, so that neither the start of the program nor the first search waits for it.
     */
    public void prepareAfter(Duration delay) {
        Thread.ofPlatform().daemon().name("search-index").start(() -> {
            try {
                Thread.sleep(delay);
                index();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Everything that can be found. */
    public static List<Entry> entries(Knowledge knowledge) {
        return new KnowledgeEntries(knowledge).all();
    }

    private SearchIndex index() {
        SearchIndex made = index;
        return made == null ? make() : made;
    }

    private synchronized SearchIndex make() {
        SearchIndex made = index;
        if (made == null) {
            made = SearchIndex.inMemory(entries(knowledge));
            index = made;
        }
        return made;
    }
}
