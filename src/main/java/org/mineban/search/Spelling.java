package org.mineban.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.mineban.search.text.Folding;
import org.mineban.search.text.Tokenizer;

/**
 * Words of the index that are spelt nearly as a word that it does not have: one letter missing, added, exchanged or two transposed; two such
 * slips in words of eight letters and more.
 */
final class Spelling {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final IndexReader reader;

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    /** The nearest word, the commonest of those; each part of a hyphenated word by itself. Empty when none is near. */
    Optional<String> nearest(String word) throws IOException {
        List<String> parts = Tokenizer.parts(word);
        StringBuilder corrected = new StringBuilder();
        for (String part : parts) {
            Optional<String> near = has(part) ? Optional.of(part) : nearestTo(Folding.word(part));
            if (near.isEmpty()) {
                return Optional.empty();
            }
            corrected.append(corrected.isEmpty() ? "" : "-").append(near.get());
        }
        return Optional.of(corrected.toString()).filter(near -> !near.equals(String.join("-", parts)));
    }

    private boolean has(String word) throws IOException {
        return reader.docFreq(new Term(Fields.SPELLING, Folding.word(word))) > 0;
    }

    private Optional<String> nearestTo(String word) throws IOException {
        Terms known = MultiTerms.getTerms(reader, Fields.SPELLING);
        if (known == null
                || word.codePointCount(0, word.length()) < SHORTEST
                || !word.codePoints().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        for (int slips = 1; slips <= (word.length() < LONG ? 1 : 2); slips++) {
            Optional<String> near = nearestTo(word, known, slips);
            if (near.isPresent()) {
                return near;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nearestTo(String word, Terms known, int slips) throws IOException {
        TermsEnum near = new FuzzyTermsEnum(known, new Term(Fields.SPELLING, word), slips, 0, true);
        BoostAttribute nearness = near.attributes().addAttribute(BoostAttribute.class);
        String best = "";
        float bestNearness = 0;
        int bestCount = 0;
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            boolean nearer = nearness.getBoost() > bestNearness;
            boolean commoner = nearness.getBoost() >= bestNearness && near.docFreq() > bestCount;
            if (nearer || commoner) {
                best = term.utf8ToString();
                bestNearness = nearness.getBoost();
                bestCount = near.docFreq();
            }
        }
        return Optional.of(best).filter(found -> !found.isEmpty());
    }
}
