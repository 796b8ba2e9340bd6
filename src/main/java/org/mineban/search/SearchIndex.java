package org.mineban.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/** An index of entries, and the searches in it. It is made whole and not changed after; any number of threads may search in it. */
public final class SearchIndex implements AutoCloseable {

    /** Beyond so many things found, the rest is not counted. */
    private static final int COUNTED = 10_000;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private SearchIndex(Directory directory, Consumer<Consumer<Entry>> entries) throws IOException {
        this.directory = directory;
        IndexMaker.make(directory, entries);
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /** An index of these entries, kept in memory. */
    public static SearchIndex of(List<Entry> entries) {
        return of(entries::forEach);
    }

    /**
     * An index kept in memory.
     *
     * @param entries gives each entry to the consumer it is given
     */
    public static SearchIndex of(Consumer<Consumer<Entry>> entries) {
        try {
            return new SearchIndex(new ByteBuffersDirectory(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many entries there are. */
    public int size() {
        return reader.numDocs();
    }

    /** Searches. Every text can be asked for; none is an error. */
    public SearchResults find(SearchQuery asked) {
        try {
            return search(asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchResults search(SearchQuery asked) throws IOException {
        QueryReader.Read read = QueryReader.read(asked.text());
        if (read.expression().isEmpty() && (!asked.filtered() || !read.text().isEmpty())) {
            return nothing(read, Optional.empty());
        }
        Answer answer = answer(read.expression(), asked);
        if (answer.total() > 0 || read.expression().isEmpty()) {
            return results(read, asked, answer, Optional.empty());
        }
        Expression words = read.expression().get();
        Optional<Expression> corrected = corrected(words, answer.maker().unknown());
        if (corrected.isPresent()) {
            Answer second = answer(corrected, asked);
            if (second.total() > 0) {
                return results(read, asked, second, Optional.of(asSpelt(corrected.get(), second, asked)));
            }
        }
        return nothing(read, anyWord(corrected.orElse(words), asked));
    }

    /** What the index answered. */
    private record Answer(QueryMaker maker, TopDocs top) {
        long total() {
            return top.totalHits.value();
        }
    }

    private Answer answer(Optional<Expression> words, SearchQuery asked) throws IOException {
        QueryMaker maker = new QueryMaker(reader, asked.language());
        Query query = maker.query(words, asked);
        int wanted = asked.page() * SearchQuery.PAGE_SIZE;
        return new Answer(maker, searcher.search(query, new TopScoreDocCollectorManager(wanted, COUNTED)));
    }

    private Optional<Expression> corrected(Expression words, java.util.Set<String> unknown) throws IOException {
        Spelling spelling = new Spelling(reader);
        Map<String, String> corrections = new HashMap<>();
        for (String word : unknown) {
            spelling.nearest(word).ifPresent(near -> corrections.put(word, near));
        }
        return corrections.isEmpty()
                ? Optional.empty()
                : Optional.of(words.map(word -> corrections.getOrDefault(word, word)));
    }

    /** The corrected query with its words as the things found spell them, accents and capitals included. */
    private String asSpelt(Expression corrected, Answer answer, SearchQuery asked) throws IOException {
        Map<String, String> spelt = new HashMap<>();
        for (Found one : found(asked, answer)) {
            for (Found.Line line : List.of(one.title(), one.excerpt())) {
                line.pieces().stream()
                        .filter(Found.Piece::sought)
                        .forEach(piece ->
                                spelt.putIfAbsent(org.mineban.search.text.Folding.word(piece.text()), piece.text()));
            }
        }
        return corrected
                .map(word -> spelt.getOrDefault(org.mineban.search.text.Folding.word(word), word))
                .written();
    }

    private Optional<String> anyWord(Expression words, SearchQuery asked) throws IOException {
        if (!(words instanceof Expression.All(List<Expression> parts))) {
            return Optional.empty();
        }
        List<Expression> wanted = parts.stream()
                .filter(part -> !(part instanceof Expression.Not))
                .filter(part -> !(part instanceof Expression.Word(String text) && SmallWords.contain(text)))
                .toList();
        Expression any = new Expression.Any(wanted);
        return wanted.size() > 1 && answer(Optional.of(any), asked).total() > 0
                ? Optional.of(any.written())
                : Optional.empty();
    }

    private static SearchResults nothing(QueryReader.Read read, Optional<String> anyWord) {
        return new SearchResults(read.text(), read.cut(), 0, false, List.of(), Optional.empty(), anyWord);
    }

    private SearchResults results(QueryReader.Read read, SearchQuery asked, Answer answer, Optional<String> corrected)
            throws IOException {
        boolean more = answer.top().totalHits.relation() == TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO;
        return new SearchResults(
                read.text(), read.cut(), answer.total(), more, found(asked, answer), corrected, Optional.empty());
    }

    private List<Found> found(SearchQuery asked, Answer answer) throws IOException {
        Marks marks = new Marks(searcher, answer.maker().marks());
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        ScoreDoc[] best = answer.top().scoreDocs;
        for (int i = (asked.page() - 1) * SearchQuery.PAGE_SIZE; i < best.length; i++) {
            found.add(found(stored.document(best[i].doc), asked.language(), marks.in(best[i].doc)));
        }
        return found;
    }

    private static Found found(Document document, Language reader, Marks.Places places) throws IOException {
        Map<Language, Entry.Text> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String title = document.get(Fields.title(language));
            if (title != null) {
                texts.put(
                        language,
                        new Entry.Text(title, Objects.requireNonNullElse(document.get(Fields.body(language)), "")));
            }
        }
        Excerpts excerpts = new Excerpts(texts, reader, places);
        Found.Line title = excerpts.title();
        return new Found(
                EntryKind.find(text(document, Fields.KIND)).orElseThrow(),
                Optional.ofNullable(document.get(Fields.STATE)).map(StateCode::new),
                year(document.get(Fields.YEAR)),
                text(document, Fields.ADDRESS),
                Confidence.find(text(document, Fields.CONFIDENCE)).orElseThrow(),
                title,
                excerpts.excerpt(title));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.get(field), field);
    }

    private static OptionalInt year(@Nullable String stored) {
        return stored == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(stored));
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
