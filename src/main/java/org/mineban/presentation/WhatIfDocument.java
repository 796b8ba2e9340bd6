package org.mineban.presentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Language;
import org.mineban.obligations.WhatIf;
import org.mineban.parties.State;

/** What would follow if a State deposited its instrument on a day, as a document. */
public final class WhatIfDocument {

    private WhatIfDocument() {}

    /**
     * The document.
     *
     * @param deposit the supposed day
     * @param on the day as of which the record is used, for the masthead
     * @throws org.mineban.kernel.ProblemException as {@link org.mineban.obligations.Obligations#whatIf}
     */
    public static Document of(Knowledge knowledge, State state, LocalDate deposit, LocalDate on, Language language) {
        WhatIf whatIf = knowledge.obligations().whatIf(state, deposit);
        DocumentParts parts = new DocumentParts(knowledge, language, on);
        String name = parts.narrator().state(state.code());
        String day = parts.narrator().formats().date(deposit);
        SequencedMap<String, Explained<?>> answers = new LinkedHashMap<>(whatIf.byName());
        Optional<Explained<BigDecimal>> share = whatIf.costShare();
        share.ifPresent(found -> answers.put("costShare", found));
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(parts, answers));
        if (share.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("what-if.no-rate")));
        }
        blocks.add(Block.heading(1, parts.say("document.what-if.reasons")));
        answers.forEach((key, answer) -> {
            blocks.add(Block.heading(2, parts.say("what-if." + key)));
            blocks.add(new Block.Listing(
                    false, key.equals("costShare") ? shareReasons(parts, answer) : parts.reasons(answer)));
        });
        DocumentParts.listUnder(
                blocks,
                parts.say("document.state.doubts"),
                parts.doubts(answers.values().toArray(Explained<?>[]::new)));
        return new Document(
                language,
                parts.say("document.what-if.title", Map.of("state", name)),
                parts.say("document.what-if.subtitle", Map.of("day", day)),
                parts.say("document.what-if.description", Map.of("state", name, "day", day)),
                parts.masthead(parts.say("document.what-if.supposition")),
                blocks);
    }

    private static Table table(DocumentParts parts, Map<String, Explained<?>> answers) {
        return new Table(
                parts.say("document.what-if.caption"),
                List.of(
                        Column.rowHead(parts.say("document.column.what"), 5),
                        Column.text(parts.say("document.column.when"), 3)),
                answers.entrySet().stream()
                        .map(answer -> List.of(
                                Cell.of(parts.say("what-if." + answer.getKey())),
                                Cell.of(Inline.text(parts.narrator().value(answer.getValue())))))
                        .toList());
    }

    /** The share rests on the rates of every State that pays; their sum is told, not each of them. */
    private static List<List<Inline>> shareReasons(DocumentParts parts, Explained<?> share) {
        List<List<Inline>> sentences = new ArrayList<>();
        sentences.add(List.of(Inline.text(parts.narrator().tell(share).sentence())));
        share.reason().because().forEach(rate -> {
            Telling telling = parts.narrator().tell(rate);
            sentences.add(
                    telling.row().isPresent()
                            ? parts.stated(telling.sentence(), telling.row().get())
                            : List.of(Inline.text(telling.sentence())));
        });
        return sentences;
    }
}
