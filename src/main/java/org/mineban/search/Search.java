package org.mineban.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.ProblemException;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.submissions.PublishedReports;

/**
 * Search in everything that is known, and in the reports that are public. The index is made when it is first needed, so that starting the program does not wait for it, and anew when
 * more is known or published.
 */
public final class Search implements AutoCloseable {

    private static final String AWAY = "away";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** An index and what it was made of. */
    private record Made(Knowledge of, String edition, SearchIndex index) {

        @SuppressWarnings("ReferenceEquality") // the same knowledge is the same object
        boolean isOf(Knowledge knowledge, String wanted) {
            return of == knowledge && edition.equals(wanted);
        }
    }

    private final KnowledgeSource source;
    private final PublishedReports reports;
    private volatile @Nullable Made current;
    private volatile @Nullable Made asKnownEarlier;
    private volatile @Nullable Thread preparing;
    private volatile boolean closed;

    public Search(KnowledgeSource source, PublishedReports reports) {
        this.source = source;
        this.reports = reports;
    }

    /** Searches in what is known now. Every text can be asked for; none is an error. */
    public SearchResults find(SearchQuery asked) {
        return find(source.current(), Optional.empty(), asked);
    }

    /**
     * Searches in that knowledge: what is known now, or was known on a day.
     *
     * @param knownOn that day, on which reports had to be public; empty for what is known now
     */
    public SearchResults find(Knowledge knowledge, Optional<LocalDate> knownOn, SearchQuery asked) {
        return index(knowledge, knownOn).find(asked);
    }

    /**
     * Makes the index a little later, in a thread of its own, so that neither the start of the program nor the first search waits for it.
     */
    public void prepareAfter(Duration delay) {
        Thread thread = Thread.ofPlatform().daemon().name("search-index").unstarted(() -> {
            try {
                Thread.sleep(delay);
                index(source.current(), Optional.empty());
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

    /** Everything that can be found, but for reports. */
    public static List<Entry> entries(Knowledge knowledge) {
        return new KnowledgeEntries(knowledge).all();
    }

    private SearchIndex index(Knowledge knowledge, Optional<LocalDate> knownOn) {
        String edition = knownOn.map(LocalDate::toString).orElse("") + " " + edition(knownOn);
        Made now = current;
        if (now != null && now.isOf(knowledge, edition)) {
            return now.index();
        }
        Made earlier = asKnownEarlier;
        return earlier != null && earlier.isOf(knowledge, edition)
                ? earlier.index()
                : make(knowledge, knownOn, edition);
    }

    /** While the database does not answer, whatever index there is will do. */
    private String edition(Optional<LocalDate> knownOn) {
        try {
            return reports.edition(knownOn);
        } catch (ProblemException away) {
            return AWAY;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same knowledge is the same object
    private synchronized SearchIndex make(Knowledge knowledge, Optional<LocalDate> knownOn, String edition) {
        Made now = current;
        Made earlier = asKnownEarlier;
        boolean away = edition.endsWith(AWAY);
        if (now != null && (now.isOf(knowledge, edition) || (away && knownOn.isEmpty()))) {
            return now.index();
        }
        if (earlier != null && earlier.isOf(knowledge, edition)) {
            return earlier.index();
        }
        List<Entry> all = new ArrayList<>(entries(knowledge));
        if (!away) {
            all.addAll(new ReportEntries(knowledge).all(reports.published(knownOn)));
        }
        Made made = new Made(knowledge, edition, SearchIndex.of(all));
        if (source.current() == knowledge && knownOn.isEmpty()) {
            current = made;
        } else {
            asKnownEarlier = made;
        }
        return made.index();
    }
}
