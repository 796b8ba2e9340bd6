package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Inline;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.StockpileResult;
import org.mineban.parties.Declaration;
import org.mineban.parties.TreatyAction;

/** What happened between one State and the Convention up to a day, as a table of a document; what has no day stands last. */
final class StateTimeline {

    private final DocumentParts parts;
    private final StateCode code;

    private record Entry(LocalDate day, String date, List<Inline> what) {}

    StateTimeline(DocumentParts parts, StateCode code) {
        this.parts = parts;
        this.code = code;
    }

    void append(List<Block> blocks) {
        List<Entry> entries = entries();
        blocks.add(Block.heading(1, parts.say("document.state.timeline")));
        if (entries.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.state.timeline.none")));
            return;
        }
        blocks.add(new Table(
                parts.sayOfDay("document.state.timeline.caption"),
                List.of(
                        Column.rowHead(parts.say("document.column.date"), 26),
                        Column.text(parts.say("document.column.what"), 74)),
                entries.stream()
                        .map(entry -> List.of(Cell.of(entry.date()), DocumentParts.cell(entry.what())))
                        .toList()));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        parts.knowledge().register().actions(code).forEach(action -> entries.add(action(action)));
        parts.knowledge().register().declarations(code).forEach(declaration -> entries.add(declaration(declaration)));
        computed(
                entries, "document.state.in-force", parts.knowledge().register().entryIntoForce(code, parts.on()));
        computed(
                entries,
                "document.state.withdrawal",
                parts.knowledge().register().withdrawalEffect(code, parts.on()));
        parts.knowledge().obligations().stockpileResult(code).ifPresent(result -> entries.add(stockpile(result)));
        parts.knowledge().obligations().clearanceEvents(code).stream()
                .filter(event -> event.kind() != ClearanceEvent.Kind.ORIGINAL_DEADLINE)
                .forEach(event -> entries.add(clearance(event)));
        return entries.stream()
                .filter(entry ->
                        entry.day().equals(LocalDate.MAX) || !entry.day().isAfter(parts.on()))
                .sorted(Comparator.comparing(Entry::day))
                .toList();
    }

    private void computed(List<Entry> entries, String key, Optional<Explained<Day>> day) {
        day.flatMap(known -> known.value().earliest())
                .ifPresent(first -> entries.add(new Entry(
                        first, parts.narrator().day(day.get().value()), parts.sourced(parts.say(key), day.get()))));
    }

    private Entry action(TreatyAction action) {
        String what = parts.say("action." + action.row().get("action").replace('_', '-'));
        return entry(Optional.of(action.date()), parts.stated(what, action.row()));
    }

    private Entry declaration(Declaration declaration) {
        List<Inline> what = new ArrayList<>(
                parts.stated(parts.say("declaration." + declaration.kind().replace('_', '-')), declaration.row()));
        what.add(Inline.text(" "));
        what.add(new Inline.Foreign(Language.ENGLISH, declaration.summary()));
        return entry(declaration.date(), what);
    }

    private Entry stockpile(StockpileResult result) {
        String status = parts.say("article4."
                + result.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        String what = parts.say("document.state.article-4", Map.of("what", status));
        String all = result.destroyed().isPresent()
                ? parts.say(
                        "document.state.destroyed",
                        Map.of("what", what, "count", result.destroyed().getAsLong()))
                : what;
        return entry(result.completed(), parts.stated(all, result.row()));
    }

    private Entry clearance(ClearanceEvent event) {
        String what = parts.say(
                "document.state.article-5",
                Map.of(
                        "what",
                        parts.say("article5." + event.kind().key()),
                        "deadline",
                        event.deadline().map(parts.narrator().formats()::date).orElse("none")));
        List<Inline> text = new ArrayList<>(parts.stated(what, event.row()));
        event.meeting().ifPresent(meeting -> {
            text.add(Inline.text(" "));
            text.add(new Inline.Code("(" + meeting + ")"));
        });
        return entry(event.happenedOn().or(() -> event.knownFrom().map(PartialDate::of)), text);
    }

    private Entry entry(Optional<PartialDate> date, List<Inline> what) {
        return new Entry(date.map(PartialDate::earliest).orElse(LocalDate.MAX), parts.date(date), what);
    }
}
