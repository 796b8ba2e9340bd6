package org.mineban.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.mineban.kernel.Language;
import org.mineban.search.text.Folding;
import org.mineban.search.text.Tokenizer;

/**
 * Makes the engine's query: each word is looked for in the words of every language, and a thing has it when it has it in any. Notes which
 * words the index does not have at all, and what to mark in what is found.
 */
final class QueryMaker {

    private static final float TITLE = 3;
    private static final float OWN_LANGUAGE = 1.4f;
    private static final float EXACT = 1000;
    private static final float TOGETHER = 0.5f;
    private static final int TOGETHER_SLOP = 3;
    private static final float TIE = 0.1f;

    /** How much a kind is put before others that are found as well. */
    private static final Map<EntryKind, Float> KINDS = Map.of(
            EntryKind.STATE, 4f, EntryKind.TERM, 2f, EntryKind.PROVISION, 2f, EntryKind.RESOLUTION_PARAGRAPH, 1.5f);

    private final IndexReader reader;
    private final Language first;
    private final Map<Language, Tokenizer> tokenizers;
    private final Set<String> unknown = new TreeSet<>();
    private final List<Query> marks = new ArrayList<>();

    QueryMaker(IndexReader reader, Language first) {
        this.reader = reader;
        this.first = first;
        this.tokenizers = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            tokenizers.put(language, new Tokenizer(language));
        }
    }

    /** The words that nothing in the index has. */
    Set<String> unknown() {
        return unknown;
    }

    /** What to mark in what is found: each word and phrase in each field that has it, wherever it is wanted. */
    List<Query> marks() {
        return marks;
    }

    private Tokenizer tokenizer(Language language) {
        return Objects.requireNonNull(tokenizers.get(language));
    }

    /** The whole query: the words, when there are any, and the filters. */
    Query query(Optional<Expression> words, SearchQuery asked) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (words.isPresent()) {
            query.add(wordsOrName(words.get()), Occur.MUST);
            KINDS.forEach((kind, weight) -> query.add(
                    new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, kind.key()))), weight),
                    Occur.SHOULD));
        } else {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        asked.kind().ifPresent(kind -> query.add(new TermQuery(new Term(Fields.KIND, kind.key())), Occur.FILTER));
        asked.state().ifPresent(state -> query.add(new TermQuery(new Term(Fields.STATE, state.iso3())), Occur.FILTER));
        asked.year().ifPresent(year -> query.add(IntField.newExactQuery(Fields.YEAR, year), Occur.FILTER));
        return query.build();
    }

    private Query wordsOrName(Expression words) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(of(words, true), Occur.SHOULD);
        query.add(
                new BoostQuery(
                        new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, Folding.whole(words.written())))),
                        EXACT),
                Occur.SHOULD);
        return query.build();
    }

    private Query of(Expression expression, boolean wanted) throws IOException {
        return switch (expression) {
            case Expression.Word(String text) -> leaf(text, wanted);
            case Expression.Phrase(String text) -> leaf(text, wanted);
            case Expression.Any(List<Expression> parts) -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                for (Expression part : parts) {
                    any.add(of(part, wanted), Occur.SHOULD);
                }
                yield any.build();
            }
            case Expression.Not(Expression part) -> {
                BooleanQuery.Builder not = new BooleanQuery.Builder();
                not.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
                not.add(of(part, false), Occur.MUST_NOT);
                yield not.build();
            }
            case Expression.All(List<Expression> parts) -> all(parts, wanted);
        };
    }

    private Query all(List<Expression> parts, boolean wanted) throws IOException {
        boolean onlySmall = parts.stream().allMatch(part -> small(part) || part instanceof Expression.Not);
        boolean onlyNot = parts.stream().allMatch(Expression.Not.class::isInstance);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (onlyNot) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        for (Expression part : parts) {
            if (part instanceof Expression.Not(Expression unwanted)) {
                all.add(of(unwanted, false), Occur.MUST_NOT);
            } else {
                all.add(of(part, wanted), small(part) && !onlySmall ? Occur.SHOULD : Occur.MUST);
            }
        }
        if (wanted && parts.size() > 1 && parts.stream().allMatch(Expression.Word.class::isInstance)) {
            together(parts).ifPresent(query -> all.add(new BoostQuery(query, TOGETHER), Occur.SHOULD));
        }
        return all.build();
    }

    private static boolean small(Expression part) {
        return part instanceof Expression.Word(String text) && SmallWords.contain(text);
    }

    /** Words that stand near each other in the order of the query count for more. */
    private Optional<Query> together(List<Expression> parts) throws IOException {
        String text = parts.stream()
                .filter(part -> !small(part))
                .map(Expression::written)
                .collect(Collectors.joining(" "));
        SortedMap<Integer, Set<String>> sought = tokenizer(first).sought(text);
        return sought.size() < 2 ? Optional.empty() : inField(Fields.body(first), sought, TOGETHER_SLOP);
    }

    private Query leaf(String text, boolean wanted) throws IOException {
        List<Query> choices = new ArrayList<>(choices(text, wanted));
        if (Tokenizer.parts(text).size() > 1) {
            choices.addAll(choices(String.join(" ", Tokenizer.parts(text)), wanted));
        }
        if (wanted) {
            for (String word : text.split(" ", -1)) {
                if (!known(word)) {
                    unknown.add(word);
                }
            }
        }
        return choices.isEmpty() ? MatchNoDocsQuery.INSTANCE : new DisjunctionMaxQuery(choices, TIE);
    }

    private List<Query> choices(String text, boolean mark) throws IOException {
        List<Query> choices = new ArrayList<>();
        for (Language language : Language.values()) {
            SortedMap<Integer, Set<String>> sought = tokenizer(language).sought(text);
            if (sought.isEmpty()) {
                continue;
            }
            float own = language == first ? OWN_LANGUAGE : 1;
            Optional<Query> title = inField(Fields.title(language), sought, 0);
            Optional<Query> body = inField(Fields.body(language), sought, 0);
            title.ifPresent(query -> choices.add(new BoostQuery(query, TITLE * own)));
            body.ifPresent(query -> choices.add(new BoostQuery(query, own)));
            if (mark) {
                title.ifPresent(marks::add);
                body.ifPresent(marks::add);
            }
        }
        return choices;
    }

    private boolean known(String word) throws IOException {
        for (Language language : Language.values()) {
            SortedMap<Integer, Set<String>> sought = tokenizer(language).sought(word);
            if (sought.size() != 1) {
                return true; // nothing that could be misspelt as one word
            }
            if (inField(Fields.title(language), sought, 0).isPresent()
                    || inField(Fields.body(language), sought, 0).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The forms in one field; empty when the field does not have them. */
    private Optional<Query> inField(String field, SortedMap<Integer, Set<String>> sought, int slop) throws IOException {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        List<Term> present = new ArrayList<>();
        for (Map.Entry<Integer, Set<String>> place : sought.entrySet()) {
            present.clear();
            for (String form : place.getValue()) {
                Term term = new Term(field, form);
                if (reader.docFreq(term) > 0) {
                    present.add(term);
                }
            }
            if (present.isEmpty()) {
                return Optional.empty();
            }
            phrase.add(present.toArray(Term[]::new), place.getKey());
        }
        if (sought.size() > 1) {
            return Optional.of(phrase.build());
        }
        if (present.size() == 1) {
            return Optional.of(new TermQuery(present.getFirst()));
        }
        SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
        present.forEach(forms::addTerm);
        return Optional.of(forms.build());
    }
}
