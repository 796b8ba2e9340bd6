package org.mineban.presentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Block.Table;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Day;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.parties.Register;
import org.mineban.parties.Standing;
import org.mineban.parties.State;
import org.mineban.parties.TreatyAction;

/**
 * A list of States on a day, in the order of its language, with the names of that day. As the depositary prints them, a State that withdrew stands
 * in brackets, the day in a footnote.
 */
public final class StatesDocument {

    private final DocumentParts parts;
    private final Register register;
    private final StatesList list;
    private final Issue issue;
    private final TreeSet<String> sources = new TreeSet<>();

    /**
     * What the officer who issues the list says of it.
     *
     * @param day of issue
     * @param meeting for which it is made, as {@code 12MSP}; empty when for none
     * @param agendaItem as printed; empty when none
     */
    public record Issue(LocalDate day, Optional<String> meeting, Optional<String> agendaItem) {

        /** Issued on that day, for no meeting. */
        public static Issue on(LocalDate day) {
            return new Issue(day, Optional.empty(), Optional.empty());
        }
    }

    private StatesDocument(DocumentParts parts, StatesList list, Issue issue) {
        this.parts = parts;
        this.register = parts.knowledge().register();
        this.list = list;
        this.issue = issue;
    }

    /** The list as of that day. */
    public static Document of(Knowledge knowledge, StatesList list, Issue issue, LocalDate on, Language language) {
        return new StatesDocument(new DocumentParts(knowledge, language, on), list, issue).document();
    }

    private Document document() {
        List<State> states = register.states().stream()
                .filter(state -> listed(standing(state), state))
                .sorted(Comparator.comparingInt((State state) ->
                        state.name(parts.language(), parts.on()).place()))
                .toList();
        String title = parts.say("document.states." + list.key());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(introduction(states)));
        blocks.add(table(title, states));
        blocks.add(Block.heading(1, parts.say("document.sources")));
        blocks.add(Block.paragraph(parts.say("document.states.sources")));
        blocks.add(new Block.Listing(
                false,
                sources.stream()
                        .map(source -> List.<Inline>of(new Inline.Code(source)))
                        .toList()));
        return new Document(
                parts.language(),
                title,
                parts.sayOfDay("document.as-of"),
                title + ". " + parts.sayOfDay("document.as-of"),
                parts.issued(
                        "MINEBAN/" + list.name().replace('_', '-') + "/" + parts.on(),
                        parts.facts(issue),
                        issue.meeting()),
                blocks);
    }

    private Standing standing(State state) {
        return register.standing(state.code(), parts.on()).value();
    }

    private boolean listed(Standing standing, State state) {
        return switch (list) {
            case PARTIES -> !(standing instanceof Standing.NotParty || standing instanceof Standing.Signatory);
            case SIGNATORIES -> signature(state).isPresent();
            case NOT_PARTY ->
                standing instanceof Standing.NotParty
                        || standing instanceof Standing.Signatory
                        || standing instanceof Standing.Withdrawn;
        };
    }

    private String introduction(List<State> states) {
        long inForce =
                states.stream().filter(state -> standing(state).inForce()).count();
        long accepted = register.counts(parts.on()).partiesByDeposit().value();
        long signed = states.stream()
                .filter(state -> standing(state) instanceof Standing.Signatory)
                .count();
        return parts.say(
                "document.states.introduction." + list.key(),
                Map.of(
                        "day",
                        parts.day(),
                        "count",
                        number(list == StatesList.PARTIES ? accepted : states.size()),
                        "more",
                        number(list == StatesList.PARTIES ? inForce : signed)));
    }

    private String number(long number) {
        return parts.narrator().formats().number(number);
    }

    private Table table(String caption, List<State> states) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.rowHead(parts.say("document.column.state"), 34),
                Column.text(parts.say("action.signature"), 18)));
        if (list == StatesList.NOT_PARTY) {
            columns.add(Column.text(parts.say("document.state.group"), 26));
        } else {
            columns.add(Column.text(parts.say("document.column.consent"), 28));
            columns.add(Column.text(parts.say("document.state.in-force"), 20));
        }
        return new Table(caption, columns, states.stream().map(this::row).toList());
    }

    private List<Cell> row(State state) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(name(state)));
        Optional<TreatyAction> signed = signature(state);
        cells.add(signed.map(action -> dated("", action.date(), action.row())).orElseGet(() -> Cell.of("–")));
        if (list == StatesList.NOT_PARTY) {
            cells.add(Cell.of(parts.say("group."
                    + (state.group() == org.mineban.parties.RegionalGroup.NONE
                            ? "none"
                            : state.group().name()))));
            return cells;
        }
        cells.add(register.consent(state.code(), parts.on())
                .map(consent -> dated(
                        parts.say("action." + consent.kind().name().toLowerCase(Locale.ROOT)),
                        consent.date(),
                        consent.row()))
                .orElseGet(() -> Cell.of("–")));
        cells.add(register.entryIntoForce(state.code(), parts.on())
                .map(day -> day(day.value()))
                .orElseGet(() -> Cell.of("–")));
        return cells;
    }

    private List<Inline> name(State state) {
        String name = parts.narrator().state(state.code());
        Standing standing = standing(state);
        return switch (standing) {
            case Standing.Withdrawn(Day effective) ->
                noted("[" + name + "]", parts.say("document.states.withdrawn", withdrawal(state, effective)));
            case Standing.WithdrawalNotified(Day since, LocalDate notified, Day effective) ->
                noted(name, parts.say("document.states.withdrawing", withdrawal(state, effective)));
            case Standing.NotDeterminable(PartialDate deposited, Day force) ->
                noted(name, parts.say("document.states.not-determinable"));
            default -> List.of(new Inline.Name(name));
        };
    }

    private Map<String, String> withdrawal(State state, Day effective) {
        String notified = register.actions(state.code()).stream()
                .filter(TreatyAction.Withdrawal.class::isInstance)
                .filter(action -> !action.date().earliest().isAfter(parts.on()))
                .reduce((first, last) -> last)
                .map(action -> parts.narrator().formats().date(action.date()))
                .orElse("–");
        return Map.of("notified", notified, "effective", parts.narrator().day(effective));
    }

    private static List<Inline> noted(String name, String note) {
        return List.of(new Inline.Name(name), Inline.note(Inline.text(note)));
    }

    private Optional<TreatyAction> signature(State state) {
        return register.actions(state.code()).stream()
                .filter(TreatyAction.Signature.class::isInstance)
                .filter(action -> !action.date().latest().isAfter(parts.on()))
                .findFirst();
    }

    private Cell dated(String kind, PartialDate date, SourceRow row) {
        sources.addAll(Arrays.stream(row.source().split(";"))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .toList());
        List<Inline> text = new ArrayList<>();
        String day = parts.narrator().formats().date(date);
        text.add(Inline.text(kind.isEmpty() ? day : day + " (" + kind + ")"));
        Confidence confidence = row.confidence();
        if (confidence.needsMark()) {
            text.add(Inline.text(" "));
            text.add(new Inline.Mark(parts.say("confidence." + confidence.code())));
        }
        return new Cell(text, kind.isEmpty() ? date.day() : Optional.empty());
    }

    private Cell day(Day day) {
        return new Cell(List.of(Inline.text(parts.narrator().day(day))), day.known());
    }
}
