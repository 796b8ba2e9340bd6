package org.mineban.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.mineban.kernel.Language;
import org.mineban.search.text.Folding;
import org.mineban.search.text.Token;
import org.mineban.search.text.Tokenizer;

/** Writes entries into an index. */
final class IndexMaker {

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger REMARKS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        REMARKS.setLevel(Level.SEVERE); // that a module for vectors is absent helps no reader
    }

    private static final double BUFFER_MB = 48;
    private static final int SHORTEST_SPELLING = 4;
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    private static final FieldType SPELLINGS = type(IndexOptions.DOCS);

    private final Map<Language, Tokenizer> tokenizers = new EnumMap<>(Language.class);

    private IndexMaker() {
        for (Language language : Language.values()) {
            tokenizers.put(language, new Tokenizer(language));
        }
    }

    /** Makes the index anew from entries, each of which is taken once and not kept. */
    static void make(Directory directory, Consumer<Consumer<Entry>> entries) throws IOException {
        IndexWriterConfig settings = new IndexWriterConfig()
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MB);
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            IndexMaker maker = new IndexMaker();
            entries.accept(entry -> {
                try {
                    writer.addDocument(maker.document(entry));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            writer.commit();
        }
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    private Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(Fields.KIND, entry.kind().key(), Field.Store.YES));
        entry.state().ifPresent(state -> document.add(new StringField(Fields.STATE, state.iso3(), Field.Store.YES)));
        entry.year().ifPresent(year -> document.add(new IntField(Fields.YEAR, year, Field.Store.YES)));
        document.add(new StoredField(Fields.ADDRESS, entry.address()));
        document.add(new StoredField(Fields.CONFIDENCE, entry.confidence().code()));
        Set<String> exact = new HashSet<>();
        Set<String> spellings = new HashSet<>();
        entry.codes().forEach(code -> exact.add(Folding.whole(code)));
        entry.texts().forEach((language, text) -> {
            exact.add(Folding.whole(text.title()));
            add(document, Fields.title(language), language, text.title(), spellings);
            if (!text.body().isEmpty()) {
                add(document, Fields.body(language), language, text.body(), spellings);
            }
        });
        exact.forEach(whole -> document.add(new StringField(Fields.EXACT, shortened(whole), Field.Store.NO)));
        document.add(new Field(Fields.SPELLING, new Spellings(spellings), SPELLINGS));
        return document;
    }

    /** Lucene refuses terms of more than 32,766 bytes; nobody types a title of that length. */
    private static String shortened(String whole) {
        return whole.length() > SearchQuery.LONGEST ? whole.substring(0, SearchQuery.LONGEST) : whole;
    }

    private void add(Document document, String field, Language language, String text, Set<String> spellings) {
        List<Token> tokens = Objects.requireNonNull(tokenizers.get(language)).tokens(text);
        document.add(new StoredField(field, text));
        document.add(new Field(field, new Tokens(tokens), WORDS));
        for (Token token : tokens) {
            boolean word = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.PART;
            if (word
                    && token.plain().length() >= SHORTEST_SPELLING
                    && token.plain().chars().noneMatch(Character::isDigit)) {
                spellings.add(token.plain());
            }
        }
    }

    /** Words as they are spelt, in Lucene's form. */
    private static final class Spellings extends TokenStream {

        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
        private final Iterator<String> words;

        Spellings(Set<String> words) {
            this.words = words.iterator();
        }

        @Override
        public final boolean incrementToken() {
            clearAttributes();
            if (!words.hasNext()) {
                return false;
            }
            form.append(words.next());
            return true;
        }
    }

    /** Tokens in Lucene's form. */
    private static final class Tokens extends TokenStream {

        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final Iterator<Token> tokens;
        private int place = -1;

        Tokens(List<Token> tokens) {
            this.tokens = tokens.iterator();
        }

        @Override
        public final boolean incrementToken() {
            clearAttributes();
            if (!tokens.hasNext()) {
                return false;
            }
            Token token = tokens.next();
            form.append(token.form());
            offset.setOffset(token.start(), token.end());
            step.setPositionIncrement(token.position() - place);
            place = token.position();
            return true;
        }
    }
}
