package org.mineban.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;

/**
 * Search in everything that is known. The index is made when it is first needed, so that starting the program does not wait for it, and anew when
 * more is known.
 */
public final class Search implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** An index and what it was made of. */
    private record Made(Knowledge of, SearchIndex index) {}

    private final KnowledgeSource source;
    private volatile @Nullable Made current;
    private volatile @Nullable Made asKnownEarlier;
    private volatile @Nullable Thread preparing;
    private volatile boolean closed;

    public Search(KnowledgeSource source) {
        this.source = source;
    }

    /** Searches in what is known now. Every text can be asked for; none is an error. */
    public SearchResults find(SearchQuery asked) {
        return find(source.current(), asked);
    }

    /** Searches in that knowledge: what is known now, or was known on a day. */
    public SearchResults find(Knowledge knowledge, SearchQuery asked) {
        return index(knowledge).find(asked);
    }

    /**
     * Makes the index a little later, in a thread of its own, so that neither the start of the program nor the first search waits for it.
     */
    public void prepareAfter(Duration delay) {
        Thread thread = Thread.ofPlatform().daemon().name("search-index").unstarted(() -> {
            try {
                Thread.sleep(delay);
                index(source.current());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failed) {
                if (!closed) {
                    throw failed;
                }
            }
        });
        preparing = thread;
        thread.start();
    }

    /** Stops making an index for later: the record it reads is about to be closed. */
    @Override
    public void close() {
        closed = true;
        Thread thread = preparing;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(LONGEST_WAIT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything that can be found. */
    public static List<Entry> entries(Knowledge knowledge) {
        return new KnowledgeEntries(knowledge).all();
    }

    @SuppressWarnings("ReferenceEquality") // the same knowledge is the same object
    private SearchIndex index(Knowledge knowledge) {
        Made now = current;
        if (now != null && now.of() == knowledge) {
            return now.index();
        }
        Made earlier = asKnownEarlier;
        return earlier != null && earlier.of() == knowledge ? earlier.index() : make(knowledge);
    }

    @SuppressWarnings("ReferenceEquality")
    private synchronized SearchIndex make(Knowledge knowledge) {
        Made now = current;
        Made earlier = asKnownEarlier;
        if (now != null && now.of() == knowledge) {
            return now.index();
        }
        if (earlier != null && earlier.of() == knowledge) {
            return earlier.index();
        }
        Made made = new Made(knowledge, SearchIndex.inMemory(entries(knowledge)));
        if (source.current() == knowledge) {
            current = made;
        } else {
            asKnownEarlier = made;
        }
        return made.index();
    }
}
