package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.documents.Block;
import org.mineban.documents.Document;
import org.mineban.kernel.Language;
import org.mineban.obligations.Obligation;
import org.mineban.parties.State;

/** The duties of one State, or of every State, as a document. */
public final class DutiesDocument {

    private DutiesDocument() {}

    /**
     * The document.
     *
     * @param state whose duties; empty for those of every State, in the order of that language’s list
     * @param on the day asked about
     */
    public static Document of(Knowledge knowledge, Optional<State> state, LocalDate on, Language language) {
        DocumentParts parts = new DocumentParts(knowledge, language, on);
        List<State> states = state.map(List::of)
                .orElseGet(() -> knowledge.register().states().stream()
                        .sorted(Comparator.comparingInt(
                                one -> one.name(language, on).place()))
                        .toList());
        List<Obligation> duties = states.stream()
                .flatMap(one -> knowledge.obligations().of(one.code(), on).stream())
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.heading(1, parts.say("document.duties")));
        if (duties.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.duties.none")));
        } else {
            blocks.addAll(new DutyRows(parts).blocks(duties, state.isEmpty()));
        }
        return new Document(
                language,
                state.map(one -> parts.say(
                                "document.duties.title.one",
                                Map.of("state", parts.narrator().state(one.code()))))
                        .orElseGet(() -> parts.say("document.duties.title")),
                parts.sayOfDay("document.as-of"),
                parts.sayOfDay("document.duties.description"),
                parts.masthead(),
                blocks);
    }
}
