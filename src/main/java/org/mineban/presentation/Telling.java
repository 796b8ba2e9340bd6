package org.mineban.presentation;

import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Provision;
import org.mineban.kernel.SourceRow;

/**
 * An explained value in one language: the tree of reasons with its sentences made.
 *
 * @param value the value as a person reads it; may be empty where the sentence says all
 * @param sentence why
 * @param rule the rule's name, the same in every language
 * @param provision the article and paragraph that gives it; empty when it is not law but a row or a way of reading
 * @param row the row of the record at which the reasons end; empty for what rests on other values
 * @param confidence the worst of all it rests on
 * @param doubts what should be known besides
 * @param because what it rests on
 */
public record Telling(
        String value,
        String sentence,
        String rule,
        Optional<Provision> provision,
        Optional<SourceRow> row,
        Confidence confidence,
        List<ToldDoubt> doubts,
        List<Telling> because) {

    public Telling {
        doubts = List.copyOf(doubts);
        because = List.copyOf(because);
    }

    /** The same with some of its reasons only. */
    public Telling part(int from, int most) {
        List<Telling> some = because.subList(from, Math.min(because.size(), from + most));
        return new Telling(value, sentence, rule, provision, row, confidence, doubts, some);
    }

    /**
     * A doubt in one language.
     *
     * @param rows the rows it comes from; their notes are in English as recorded
     */
    public record ToldDoubt(String sentence, String rule, List<SourceRow> rows) {
        public ToldDoubt {
            rows = List.copyOf(rows);
        }
    }

    /** Whether a mark must stand beside the value. */
    public boolean needsMark() {
        return confidence.needsMark();
    }
}
