package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.DescriptionList;
import org.mineban.documents.Block.DescriptionList.Item;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.RetainedMines;
import org.mineban.parties.RegionalGroup;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.resolutions.StateVote;

/** What the record says of one State on a day, as a document: standing with its reasons, what happened, duties, extensions, mines, votes. */
public final class StateDocument {

    private final DocumentParts parts;
    private final State state;
    private final StateCode code;
    private final List<Block> blocks = new ArrayList<>();

    private StateDocument(DocumentParts parts, State state) {
        this.parts = parts;
        this.state = state;
        this.code = state.code();
    }

    /** The document about that State on that day. */
    public static Document of(Knowledge knowledge, State state, LocalDate on, Language language) {
        return new StateDocument(new DocumentParts(knowledge, language, on), state).document();
    }

    private Document document() {
        standing();
        new StateTimeline(parts, code).append(blocks);
        duties();
        extensions();
        retained();
        votes();
        return new Document(
                parts.language(),
                parts.narrator().state(code),
                parts.sayOfDay("document.as-of"),
                parts.say(
                        "document.state.description",
                        Map.of("day", parts.day(), "state", parts.narrator().state(code))),
                parts.masthead(),
                blocks);
    }

    private void standing() {
        Register register = parts.knowledge().register();
        Narrator narrator = parts.narrator();
        Explained<Standing> standing = register.standing(code, parts.on());
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                parts.say("document.state.standing"), parts.sourced(narrator.standing(standing.value()), standing)));
        register.consent(code, parts.on())
                .ifPresent(consent -> items.add(new Item(
                        parts.say("document.state.deposited"),
                        parts.stated(narrator.formats().date(consent.date()), consent.row()))));
        register.entryIntoForce(code, parts.on())
                .ifPresent(day -> items.add(
                        new Item(parts.say("document.state.in-force"), parts.sourced(narrator.day(day.value()), day))));
        register.withdrawalEffect(code, parts.on())
                .ifPresent(day -> items.add(new Item(
                        parts.say("document.state.withdrawal"), parts.sourced(narrator.day(day.value()), day))));
        items.add(new Item(
                parts.say("document.state.group"),
                List.of(Inline.text(parts.say("group."
                        + (state.group() == RegionalGroup.NONE
                                ? "none"
                                : state.group().name()))))));
        items.add(new Item(parts.say("document.state.code"), List.of(new Inline.Code(code.iso3()))));
        blocks.add(Block.heading(1, parts.say("document.state.standing")));
        blocks.add(new DescriptionList(items));
        DocumentParts.listUnder(blocks, parts.say("document.state.reasons"), parts.reasons(standing));
        DocumentParts.listUnder(blocks, parts.say("document.state.doubts"), parts.doubts(standing));
    }

    private void duties() {
        List<Obligation> duties = parts.knowledge().obligations().of(code, parts.on());
        blocks.add(Block.heading(1, parts.say("document.duties")));
        if (duties.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.duties.none")));
            return;
        }
        blocks.addAll(new DutyRows(parts).blocks(duties, false));
        Explained<?>[] values = duties.stream()
                .filter(duty -> !DutyRows.pastReport(duty))
                .flatMap(duty -> java.util.stream.Stream.<Explained<?>>of(duty.due(), duty.standing()))
                .toArray(Explained<?>[]::new);
        DocumentParts.listUnder(blocks, parts.say("document.state.doubts"), parts.doubts(values));
    }

    private void extensions() {
        List<ClearanceEvent> events = parts.knowledge().obligations().clearanceEvents(code).stream()
                .filter(event ->
                        event.knownFrom().filter(day -> day.isAfter(parts.on())).isEmpty())
                .toList();
        blocks.add(Block.heading(1, parts.say("document.extensions")));
        if (events.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.extensions.none")));
            return;
        }
        blocks.add(new Table(
                parts.say("document.extensions.caption"),
                List.of(
                        Column.rowHead(parts.say("document.column.event"), 34),
                        Column.text(parts.say("document.column.submitted"), 20),
                        Column.text(parts.say("document.column.meeting"), 22),
                        Column.text(parts.say("document.column.deadline"), 24)),
                events.stream().map(this::extension).toList()));
    }

    private List<Cell> extension(ClearanceEvent event) {
        return List.of(
                DocumentParts.cell(
                        parts.stated(parts.say("article5." + event.kind().key()), event.row())),
                Cell.of(event.submitted().map(parts.narrator().formats()::date).orElse("–")),
                Cell.of(event.meeting()
                        .<Inline>map(Inline.Code::new)
                        .orElseGet(() -> Inline.text(event.happenedOn()
                                .map(parts.narrator().formats()::date)
                                .orElse("–")))),
                Cell.of(event.deadline().map(parts.narrator().formats()::date).orElse("–")));
    }

    private void retained() {
        List<RetainedMines> found = parts.knowledge().obligations().retainedMines(code).stream()
                .filter(mines -> mines.year().isEmpty()
                        || mines.year().getAsInt() <= parts.on().getYear())
                .toList();
        blocks.add(Block.heading(1, parts.say("document.retained")));
        if (found.isEmpty()) {
            blocks.add(Block.paragraph(parts.say("document.retained.none")));
            return;
        }
        blocks.add(new Table(
                parts.say("document.retained.caption"),
                List.of(
                        Column.rowHead(parts.say("document.column.year"), 24),
                        Column.number(parts.say("document.column.mines"), 14),
                        Column.text(parts.say("document.column.kind"), 62)),
                found.stream()
                        .map(mines -> List.of(
                                Cell.of(
                                        mines.year().isPresent()
                                                ? Integer.toString(mines.year().getAsInt())
                                                : parts.say("document.retained.no-year")),
                                Cell.of(parts.narrator().formats().number(mines.mines())),
                                DocumentParts.cell(parts.stated(
                                        parts.say("retained." + mines.kind().replace('_', '-')), mines.row()))))
                        .toList()));
    }

    private void votes() {
        blocks.add(Block.heading(1, parts.say("document.votes")));
        blocks.add(new Table(
                parts.say("document.votes.caption"),
                List.of(
                        Column.rowHead(parts.say("document.column.resolution"), 30),
                        Column.text(parts.say("document.column.adopted"), 35),
                        Column.text(parts.say("document.column.vote"), 35)),
                parts.knowledge().resolutions().resolutions().reversed().stream()
                        .filter(resolution -> !resolution.adopted().isAfter(parts.on()))
                        .map(resolution -> List.of(
                                Cell.of(new Inline.Code(resolution.symbol())),
                                DocumentParts.cell(parts.stated(
                                        parts.narrator().formats().date(resolution.adopted()), resolution.row())),
                                Cell.of(vote(resolution.number()))))
                        .toList()));
    }

    private String vote(String resolution) {
        Optional<StateVote> vote = parts.knowledge().resolutions().vote(code, resolution);
        return parts.say("vote."
                + vote.map(cast -> cast.choice().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("absent"));
    }
}
