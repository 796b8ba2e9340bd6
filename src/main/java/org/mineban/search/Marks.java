package org.mineban.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Where what was found has what was looked for. The index knows the places, so that no text is cut into words again to show them. */
final class Marks {

    /** A stretch of a text. */
    record Span(int start, int end) {}

    private final IndexSearcher searcher;
    private final List<Weight> sought = new ArrayList<>();

    Marks(IndexSearcher searcher, List<Query> sought) throws IOException {
        this.searcher = searcher;
        for (Query query : sought) {
            this.sought.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
    }

    /** The places in one thing. */
    Places in(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        List<Matches> matches = new ArrayList<>();
        for (Weight weight : sought) {
            Matches found = weight.matches(leaf, document - leaf.docBase);
            if (found != null) {
                matches.add(found);
            }
        }
        return new Places(matches);
    }

    /** The places of one thing, by field. */
    static final class Places {

        private final List<Matches> matches;

        private Places(List<Matches> matches) {
            this.matches = matches;
        }

        /** Those in one field; in order, none touching the next. */
        List<Span> in(String field) throws IOException {
            List<Span> spans = new ArrayList<>();
            for (Matches found : matches) {
                @Nullable MatchesIterator places = found.getMatches(field);
                while (places != null && places.next()) {
                    spans.add(new Span(places.startOffset(), places.endOffset()));
                }
            }
            spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
            List<Span> merged = new ArrayList<>();
            for (Span span : spans) {
                Span last = merged.isEmpty() ? new Span(-1, -1) : merged.getLast();
                if (span.start() <= last.end()) {
                    merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
                } else {
                    merged.add(span);
                }
            }
            return merged;
        }
    }
}
