package org.mineban.presentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.documents.Block;
import org.mineban.documents.Block.Cell;
import org.mineban.documents.Block.Column;
import org.mineban.documents.Document;
import org.mineban.documents.Inline;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.obligations.ClearanceEvent;
import org.mineban.obligations.Duty;
import org.mineban.obligations.DutyState;
import org.mineban.obligations.Obligation;
import org.mineban.obligations.RetainedMines;
import org.mineban.parties.State;

/** Lists that the secretariat hands out at meetings: who has reported for a year, which States retain mines, and the table of Article 5. */
public final class ReportsDocument {

    /** Which list. */
    public enum Kind {
        REPORTED("reported"),
        RETAINED("retained-mines"),
        CLEARANCE("article-5");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its word in commands, addresses and messages. */
        public String key() {
            return key;
        }

        /** The list with that word; empty when there is none. */
        public static Optional<Kind> find(String key) {
            return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
        }
    }

    /**
     * What a State’s newest public report says.
     *
     * @param year covered
     * @param address of its page, without language
     * @param retained mines; empty when it tells no number
     * @param area mined, in square metres; empty when it tells no number
     * @param released in the year, in square metres; empty when it tells no number
     */
    public record Figures(
            StateCode state,
            int year,
            String address,
            Optional<BigDecimal> retained,
            Optional<BigDecimal> area,
            Optional<BigDecimal> released) {}

    private static final int NARROW = 16;
    private static final int MIDDLE = 24;
    private static final int WIDE = 30;
    private static final String NONE = "–";

    private final DocumentParts parts;
    private final Kind kind;
    private final int year;
    private final List<Figures> reported;
    private final List<Block> blocks = new ArrayList<>();

    private ReportsDocument(DocumentParts parts, Kind kind, int year, List<Figures> reported) {
        this.parts = parts;
        this.kind = kind;
        this.year = year;
        this.reported = List.copyOf(reported);
    }

    /**
     * The list as of that day.
     *
     * @param year covered by the reports; the year before the day when empty
     * @param reported the newest public report of each State that has one
     */
    public static Document of(
            Knowledge knowledge,
            Kind kind,
            OptionalInt year,
            List<Figures> reported,
            StatesDocument.Issue issue,
            LocalDate on,
            Language language) {
        return new ReportsDocument(
                        new DocumentParts(knowledge, language, on), kind, year.orElse(on.getYear() - 1), reported)
                .document(issue);
    }

    private Document document(StatesDocument.Issue issue) {
        String title = parts.say("document.reports." + kind.key(), Map.of("year", Integer.toString(year)));
        switch (kind) {
            case REPORTED -> reported(title);
            case RETAINED -> retained(title);
            case CLEARANCE -> clearance(title);
        }
        String symbol = "MINEBAN/" + kind.key().toUpperCase(java.util.Locale.ROOT) + "/" + parts.on();
        return new Document(
                parts.language(),
                title,
                parts.sayOfDay("document.as-of"),
                title + ". " + parts.sayOfDay("document.as-of"),
                parts.issued(symbol, parts.facts(issue), issue.meeting()),
                blocks);
    }

    private List<State> states() {
        return parts.knowledge().register().states().stream()
                .sorted(Comparator.comparingInt((State state) ->
                        state.name(parts.language(), parts.on()).place()))
                .toList();
    }

    private Optional<Obligation> duty(State state, Duty duty) {
        return parts.knowledge().obligations().of(state.code(), parts.on()).stream()
                .filter(one -> one.duty() == duty)
                .filter(one -> duty != Duty.ANNUAL_REPORT || one.year().equals(OptionalInt.of(year)))
                .findFirst();
    }

    private List<Inline> name(State state) {
        return List.of(new Inline.Name(parts.narrator().state(state.code())));
    }

    private String number(BigDecimal number) {
        return parts.narrator().formats().number(number);
    }

    private void reported(String title) {
        List<List<Cell>> in = new ArrayList<>();
        List<List<Cell>> missing = new ArrayList<>();
        for (State state : states()) {
            duty(state, Duty.ANNUAL_REPORT).ifPresent(duty -> {
                Cell due = new Cell(
                        List.of(Inline.text(parts.narrator().day(duty.due().value()))),
                        duty.due().value().known());
                switch (duty.standing().value()) {
                    case DutyState.Completed done -> in.add(row(state, due, duty, done.on()));
                    case DutyState.CompletedLate done -> in.add(row(state, due, duty, done.on()));
                    default -> missing.add(List.of(new Cell(name(state)), due, standing(duty)));
                }
            });
        }
        blocks.add(Block.paragraph(parts.say(
                "document.reports.introduction.reported",
                Map.of(
                        "year", Integer.toString(year),
                        "day", parts.day(),
                        "count", Integer.toString(in.size()),
                        "all", Integer.toString(in.size() + missing.size())))));
        if (!in.isEmpty()) {
            blocks.add(new Block.Table(
                    title,
                    List.of(
                            Column.rowHead(parts.say("document.column.state"), WIDE),
                            Column.text(parts.say("page.column.due"), NARROW),
                            Column.text(parts.say("report.column.received"), NARROW),
                            Column.text(parts.say("report.board.lateness"), MIDDLE)),
                    in));
        }
        if (!missing.isEmpty()) {
            String heading = parts.say("document.reports.missing");
            blocks.add(Block.heading(1, heading));
            blocks.add(Block.paragraph(parts.say("document.reports.missing-lead")));
            blocks.add(new Block.Table(
                    heading,
                    List.of(
                            Column.rowHead(parts.say("document.column.state"), WIDE),
                            Column.text(parts.say("page.column.due"), NARROW),
                            Column.text(parts.say("report.board.lateness"), WIDE)),
                    missing));
        }
    }

    private Cell standing(Obligation duty) {
        return Cell.of(parts.narrator().dutyState(duty.standing().value()));
    }

    private List<Cell> row(State state, Cell due, Obligation duty, Optional<org.mineban.kernel.PartialDate> on) {
        return List.of(
                new Cell(name(state)),
                due,
                new Cell(List.of(Inline.text(parts.date(on))), on.flatMap(org.mineban.kernel.PartialDate::day)),
                standing(duty));
    }

    private void retained(String title) {
        List<List<Cell>> rows = new ArrayList<>();
        for (State state : states()) {
            reported.stream()
                    .filter(one ->
                            one.state().equals(state.code()) && one.retained().isPresent())
                    .forEach(one -> rows.add(List.of(
                            new Cell(name(state)),
                            Cell.of(number(one.retained().orElseThrow())),
                            Cell.of(Integer.toString(one.year())),
                            Cell.of(
                                    Inline.text(parts.say("document.reports.own-report") + " "),
                                    new Inline.Code(one.address())))));
            parts.knowledge().obligations().retainedMines(state.code()).stream()
                    .filter(one -> one.year().orElse(0) <= parts.on().getYear())
                    .max(Comparator.comparingInt(
                            (RetainedMines one) -> one.year().orElse(0)))
                    .ifPresent(one -> rows.add(List.of(
                            new Cell(name(state)),
                            Cell.of(number(BigDecimal.valueOf(one.mines()))),
                            Cell.of(
                                    one.year().isPresent()
                                            ? Integer.toString(one.year().getAsInt())
                                            : NONE),
                            new Cell(parts.stated(parts.say("retained." + one.kind()), one.row())))));
        }
        blocks.add(Block.paragraph(parts.say("document.reports.introduction.retained-mines")));
        blocks.add(new Block.Table(
                title,
                List.of(
                        Column.rowHead(parts.say("document.column.state"), WIDE),
                        Column.number(parts.say("document.reports.mines"), NARROW),
                        Column.text(parts.say("report.column.year"), NARROW),
                        Column.text(parts.say("document.reports.from"), WIDE)),
                rows));
    }

    private void clearance(String title) {
        List<List<Cell>> rows = new ArrayList<>();
        for (State state : states()) {
            duty(state, Duty.CLEARANCE)
                    .filter(duty -> !(duty.standing().value() instanceof DutyState.NothingToDo))
                    .ifPresent(duty -> {
                        Optional<Figures> own = reported.stream()
                                .filter(one -> one.state().equals(state.code()))
                                .findFirst();
                        rows.add(List.of(
                                new Cell(name(state)),
                                new Cell(
                                        List.of(Inline.text(
                                                parts.narrator().day(duty.due().value()))),
                                        duty.due().value().known()),
                                new Cell(extensions(state)),
                                standing(duty),
                                figure(own, own.flatMap(Figures::area)),
                                figure(own, own.flatMap(Figures::released))));
                    });
        }
        blocks.add(Block.paragraph(parts.say("document.reports.introduction.article-5")));
        blocks.add(new Block.Table(
                title,
                List.of(
                        Column.rowHead(parts.say("document.column.state"), MIDDLE),
                        Column.text(parts.say("document.reports.deadline"), NARROW),
                        Column.text(parts.say("document.reports.extensions"), MIDDLE),
                        Column.text(parts.say("document.reports.standing"), MIDDLE),
                        Column.number(parts.say("document.reports.remaining"), NARROW),
                        Column.number(parts.say("document.reports.released"), NARROW)),
                rows));
    }

    private Cell figure(Optional<Figures> report, Optional<BigDecimal> number) {
        return number.map(known -> Cell.of(
                        Inline.text(number(known) + " (" + report.orElseThrow().year() + ")"),
                        Inline.note(new Inline.Code(report.orElseThrow().address()))))
                .orElseGet(() -> Cell.of(NONE));
    }

    private List<Inline> extensions(State state) {
        List<Inline> text = new ArrayList<>();
        for (ClearanceEvent event : parts.knowledge().obligations().clearanceEvents(state.code())) {
            boolean known =
                    event.knownFrom().filter(day -> day.isAfter(parts.on())).isEmpty();
            if (event.kind() == ClearanceEvent.Kind.EXTENSION && known) {
                if (!text.isEmpty()) {
                    text.add(new Inline.Break());
                }
                text.addAll(parts.stated(
                        parts.date(event.deadline())
                                + event.meeting()
                                        .map(meeting -> " (" + meeting + ")")
                                        .orElse(""),
                        event.row()));
            }
        }
        return text.isEmpty() ? List.of(Inline.text(NONE)) : text;
    }
}
