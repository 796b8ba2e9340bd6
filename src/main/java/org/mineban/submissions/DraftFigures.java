package org.mineban.submissions;

import static mineban.tables.Tables.REPORT_DRAFT;
import static mineban.tables.Tables.REPORT_FIGURE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mineban.tables.tables.records.ReportFigureRecord;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.Problem;
import org.mineban.kernel.Reason;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Group;
import org.mineban.reporting.Origin;
import org.mineban.reporting.Report;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Transaction;

/**
 * Figures of the mine action register in reports. A figure that somebody takes into a draft is frozen as it was at that moment, with the records that it
 * counts; a person may put another in its place and says why, and both stay. When a report is handed in, everything that the register gave on that day is
 * frozen as well, so that what the register changes later can be told.
 */
public final class DraftFigures {

    private final Database database;
    private final Access access;
    private final Drafts drafts;
    private final Examination examination;

    public DraftFigures(Database database, Access access, Drafts drafts, Examination examination) {
        this.database = database;
        this.access = access;
        this.drafts = drafts;
        this.examination = examination;
    }

    /** When a figure was frozen. */
    public enum Moment {
        /** Somebody took it into a draft. */
        TAKEN,
        /** The report was handed in. */
        SUBMITTED;

        String key() {
            return this == TAKEN ? "taken" : "submitted";
        }
    }

    /**
     * A record of the register that a figure counts.
     *
     * @param number of the record in its State
     * @param version that counts
     * @param value what it gives; empty where that is not known
     */
    public record Counted(String kind, long number, int version, String code, Optional<BigDecimal> value) {}

    /**
     * A figure as the register gave it.
     *
     * @param place in the report
     * @param from first day of the period that it was asked for
     * @param at when, so that the register is known as it was then
     */
    public record Frozen(
            UUID id,
            Moment moment,
            FieldPath place,
            Figure amount,
            List<Counted> records,
            LocalDate from,
            LocalDate to,
            UUID person,
            Instant at) {
        public Frozen {
            records = List.copyOf(records);
        }
    }

    private record Period(LocalDate from, LocalDate to) {
        private static Optional<Period> of(Report report) {
            Optional<LocalDate> from = report.env().from().map(PartialDate::earliest);
            Optional<LocalDate> to = report.env().to().map(PartialDate::latest);
            return from.isPresent() && to.isPresent() && !from.get().isAfter(to.get())
                    ? Optional.of(new Period(from.get(), to.get()))
                    : Optional.empty();
        }
    }

    private List<FigureSource.Sourced> now(StateCode state, Report report) {
        return now(state, report, examination.register(""));
    }

    private static List<FigureSource.Sourced> now(StateCode state, Report report, FigureSource register) {
        return Period.of(report)
                .map(period -> register.figures(state, period.from(), period.to()))
                .orElse(List.of());
    }

    /** What the register gives now for the period of a draft, by place; nothing while the draft has no period. */
    public Map<FieldPath, Explained<Figure>> offered(Draft draft) {
        return offered(draft, examination.register(""));
    }

    /**
     * The same, from a source that was asked before.
     *
     * @param register the mine action register
     */
    public Map<FieldPath, Explained<Figure>> offered(Draft draft, FigureSource register) {
        return now(draft.state(), draft.report(), register).stream()
                .collect(Collectors.toMap(
                        FigureSource.Sourced::place,
                        FigureSource.Sourced::figure,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The records that a figure counts. */
    public static List<Counted> records(Explained<Figure> figure) {
        List<Counted> records = new ArrayList<>();
        for (Explained<?> because : figure.reason().because()) {
            if (because.reason() instanceof Reason.Stated stated
                    && stated.row().fields().containsKey("number")) {
                Map<String, String> row = stated.row().fields();
                records.add(new Counted(
                        row.getOrDefault("kind", ""),
                        Long.parseLong(row.getOrDefault("number", "0")),
                        Integer.parseInt(row.getOrDefault("version", "0")),
                        row.getOrDefault("code", ""),
                        Optional.of(row.getOrDefault("value", ""))
                                .filter(text -> !text.isEmpty())
                                .map(BigDecimal::new)));
            }
        }
        return records;
    }

    /**
     * Takes figures of the register into a part of a draft, frozen as they are now. A figure that stands there already as the register gives it stays.
     *
     * @param places of the figures; those that the register does not give are left alone
     * @return how many were taken
     */
    public int take(Person writer, UUID id, Part part, Set<FieldPath> places) {
        Draft seen = database.read(sql -> DraftRows.find(sql, id)).orElseThrow(() -> Drafts.unknown(id));
        access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(seen.state()));
        Optional<Period> period = Period.of(seen.report());
        List<FigureSource.Sourced> given = now(seen.state(), seen.report()).stream()
                .filter(one -> places.contains(one.place()))
                .filter(one -> one.place().steps().getFirst().name().equals(part.prefix()))
                .toList();
        if (given.isEmpty() || period.isEmpty()) {
            return 0;
        }
        return database.write(transaction -> {
            Draft draft = Drafts.get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            Drafts.requireOpen(draft);
            Report text = draft.part(part).text();
            int taken = 0;
            for (FigureSource.Sourced one : given) {
                Optional<Entry> there = text.at(one.place());
                if (there.filter(entry -> asTaken(entry, one.figure().value())).isPresent()) {
                    continue;
                }
                UUID frozen = freeze(transaction, id, Moment.TAKEN, one, period.get(), writer.id());
                text = text.with(
                        one.place(),
                        new Entry(
                                new Value.Quantity(one.figure().value()),
                                "",
                                Optional.of(new Origin(
                                        Origin.Kind.REGISTER,
                                        frozen.toString(),
                                        "",
                                        OptionalInt.empty(),
                                        Optional.of(one.figure().value())))));
                taken++;
            }
            if (taken > 0) {
                drafts.save(transaction, writer, draft, part, draft.part(part).revision(), text, false);
            }
            return taken;
        });
    }

    private static boolean asTaken(Entry entry, Figure figure) {
        return entry.origin()
                .filter(origin -> origin.kind() == Origin.Kind.REGISTER)
                .flatMap(Origin::offered)
                .filter(figure::equals)
                .isPresent();
    }

    private static UUID freeze(
            Transaction transaction, UUID draft, Moment moment, FigureSource.Sourced one, Period period, UUID person) {
        ReportFigureRecord row = transaction.sql().newRecord(REPORT_FIGURE);
        row.setId(Identifiers.newId());
        row.setDraftId(draft);
        row.setMoment(moment.key());
        row.setPlace(one.place().text());
        row.setAmount(one.figure().value().known().orElseThrow().toPlainString());
        row.setBasis(records(one.figure()).stream()
                .map(record -> String.join(
                        "\t",
                        record.kind(),
                        Long.toString(record.number()),
                        Integer.toString(record.version()),
                        record.code().replace('\t', ' ').replace('\n', ' '),
                        record.value().map(BigDecimal::toPlainString).orElse("")))
                .collect(Collectors.joining("\n")));
        row.setFromOn(period.from());
        row.setToOn(period.to());
        row.setPersonId(person);
        row.setRecordedAt(transaction.now());
        row.insert();
        return row.getId();
    }

    /** What the register gives for a report that is about to be handed in, to be frozen with it. */
    static List<FigureSource.Sourced> atSubmission(Examination examination, StateCode state, Report snapshot) {
        return Period.of(snapshot)
                .map(period -> examination.register("").figures(state, period.from(), period.to()))
                .orElse(List.of());
    }

    /** Freezes what the register gave when a report was handed in. */
    static void freeze(
            Transaction transaction, UUID draft, List<FigureSource.Sourced> given, Report snapshot, UUID person) {
        Period.of(snapshot)
                .ifPresent(period ->
                        given.forEach(one -> freeze(transaction, draft, Moment.SUBMITTED, one, period, person)));
    }

    /** Every figure that was frozen in drafts of a State's report of that year, corrections included, the earliest first; in parts the reader may see. */
    public List<Frozen> kept(Person reader, StateCode state, int year) {
        return database
                .read(sql -> sql.select(REPORT_FIGURE.asterisk())
                        .from(REPORT_FIGURE)
                        .join(REPORT_DRAFT)
                        .on(REPORT_DRAFT.ID.eq(REPORT_FIGURE.DRAFT_ID))
                        .where(REPORT_DRAFT.STATE.eq(state.iso3()), REPORT_DRAFT.YEAR_COVERED.eq(year))
                        .orderBy(REPORT_FIGURE.RECORDED_AT, REPORT_FIGURE.ID)
                        .fetch(row -> frozen(row.into(REPORT_FIGURE))))
                .stream()
                .filter(one -> drafts.mayReadPlace(reader, state, one.place().text())
                        || access.allows(Optional.of(reader), Permission.REPORT_READ_SUBMITTED, thing(state)))
                .toList();
    }

    private static org.mineban.accounts.Thing thing(StateCode state) {
        return org.mineban.accounts.Thing.of(state);
    }

    private static Frozen frozen(ReportFigureRecord row) {
        return new Frozen(
                row.getId(),
                row.getMoment().equals(Moment.TAKEN.key()) ? Moment.TAKEN : Moment.SUBMITTED,
                FieldPath.of(row.getPlace()),
                Figure.of(new BigDecimal(row.getAmount())),
                row.getBasis()
                        .lines()
                        .map(line -> line.split("\t", -1))
                        .map(cell -> new Counted(
                                cell[0],
                                Long.parseLong(cell[1]),
                                Integer.parseInt(cell[2]),
                                cell[3],
                                Optional.of(cell[4])
                                        .filter(text -> !text.isEmpty())
                                        .map(BigDecimal::new)))
                        .toList(),
                row.getFromOn(),
                row.getToOn(),
                row.getPersonId(),
                row.getRecordedAt());
    }

    /**
     * A figure of a submission beside the register.
     *
     * @param reported in the submission; empty where the field is empty
     * @param reason why a person put another figure than the register’s; empty text where nobody did
     * @param then what the register gave when the report was handed in; empty where it gave nothing
     * @param now what it gives today; empty where it gives nothing
     */
    public record Since(
            FieldPath place, Optional<Figure> reported, String reason, Optional<Frozen> then, Optional<Figure> now) {

        /** What the register changed since; empty where one of the two is not known. */
        public Optional<BigDecimal> change() {
            return then.flatMap(one -> one.amount().known())
                    .flatMap(before -> now.flatMap(Figure::known).map(after -> after.subtract(before)))
                    .filter(difference -> difference.signum() != 0);
        }

        /** Whether the report told another figure than the register gave on its day. */
        public boolean overruled() {
            return then.isPresent()
                    && reported.isPresent()
                    && !same(reported.get(), then.get().amount());
        }
    }

    /** The figures of a submission that the register gave when it was handed in, or gives today, side by side; none for a report that came as a file. */
    public List<Since> since(Person reader, Submission submission) {
        Optional<Report> content = submission.content();
        if (content.isEmpty() || submission.way() != Submission.Way.WRITTEN) {
            return List.of();
        }
        UUID draft =
                database.read(sql -> SubmissionRows.draft(sql, submission.id())).orElse(submission.id());
        Set<UUID> ofDraft = Set.copyOf(database.read(sql -> sql.select(REPORT_FIGURE.ID)
                .from(REPORT_FIGURE)
                .where(REPORT_FIGURE.DRAFT_ID.eq(draft), REPORT_FIGURE.MOMENT.eq(Moment.SUBMITTED.key()))
                .fetch(REPORT_FIGURE.ID)));
        Map<FieldPath, Frozen> then = new LinkedHashMap<>();
        kept(reader, submission.state(), submission.year()).stream()
                .filter(one -> ofDraft.contains(one.id()))
                .forEach(one -> then.put(one.place(), one));
        Map<FieldPath, Figure> now = new LinkedHashMap<>();
        now(submission.state(), content.get())
                .forEach(one -> now.put(one.place(), one.figure().value()));
        Set<FieldPath> places = new java.util.TreeSet<>(then.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .map(place -> {
                    Optional<Entry> entry = content.get().at(place);
                    return new Since(
                            place,
                            entry.flatMap(DraftFigures::figure),
                            entry.flatMap(Entry::origin)
                                    .filter(origin -> origin.offered().isPresent())
                                    .map(Origin::note)
                                    .orElse(""),
                            Optional.ofNullable(then.get(place)),
                            Optional.ofNullable(now.get(place)));
                })
                .toList();
    }

    private static Optional<Figure> figure(Entry entry) {
        return entry.value() instanceof Value.Quantity(Figure figure) ? Optional.of(figure) : Optional.empty();
    }

    /** Whether two figures are the same number, or the same kind of absence. */
    public static boolean same(Figure one, Figure other) {
        boolean numbers = one.known().isPresent() && other.known().isPresent();
        return numbers
                ? one.known().get().compareTo(other.known().get()) == 0
                : one.key().equals(other.key());
    }

    /**
     * A text in which what the register offered stays beside each figure that took its place, however the figure came in: typed on the page, from a
     * workbook, or by a choice between two texts.
     */
    static Report keepOffered(Report before, Report after) {
        Report kept = after;
        for (Group.Placed placed : before.placed()) {
            Optional<Origin> offered = offered(placed.entry());
            Optional<Entry> now = after.at(placed.place());
            if (offered.isPresent() && now.isPresent() && offered(now.get()).isEmpty()) {
                kept = kept.with(placed.place(), put(now.get(), offered.get(), ""));
            }
        }
        return kept;
    }

    /** Where a figure of the register stands, or stood before a person put another one. */
    public static Optional<Origin> offered(Entry entry) {
        return entry.origin().filter(origin -> origin.offered().isPresent());
    }

    /** A figure in the place of one that the register gave: the register’s own again when it is the same. */
    public static Entry put(Entry entry, Origin taken, String reason) {
        Figure offered = taken.offered().orElseThrow();
        boolean own = figure(entry).filter(figure -> same(figure, offered)).isPresent();
        return new Entry(
                entry.value(),
                entry.written(),
                Optional.of(new Origin(
                        own ? Origin.Kind.REGISTER : Origin.Kind.WRITTEN,
                        taken.reference(),
                        own ? "" : reason.strip(),
                        OptionalInt.empty(),
                        taken.offered())));
    }

    /**
     * Lets no text be called ready in which a figure stands in the place of the register’s without a reason.
     *
     * @throws org.mineban.kernel.ProblemException {@code figure-reason-needed}
     */
    static void requireReasons(Report text) {
        List<String> places = text.placed().stream()
                .filter(placed -> offered(placed.entry())
                        .filter(origin -> origin.kind() != Origin.Kind.REGISTER
                                && origin.note().isBlank())
                        .isPresent())
                .map(placed -> placed.place().text())
                .toList();
        if (!places.isEmpty()) {
            throw Drafts.problem(
                    "figure-reason-needed",
                    Problem.Kind.CANNOT_BE_DONE,
                    Map.of("count", places.size(), "places", String.join(", ", places)));
        }
    }

    /** A section as it is carried into the next year: what the register gave last year is no longer offered. */
    static Group carried(Report before, org.mineban.reporting.Subject subject, int year) {
        Report carried = before;
        for (Group.Placed placed : before.section(subject).placed(FieldPath.of(subject.prefix()))) {
            if (offered(placed.entry()).isPresent()) {
                carried = carried.with(
                        placed.place(),
                        new Entry(
                                placed.entry().value(),
                                placed.entry().written(),
                                Optional.of(Origin.of(Origin.Kind.CARRIED, Integer.toString(year)))));
            }
        }
        return carried.section(subject);
    }
}
