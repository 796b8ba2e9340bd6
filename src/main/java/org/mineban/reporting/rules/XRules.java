package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.half;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mineban.kernel.Figure;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Entry;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.Restatement;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;

/** Across subjects, years and sources: X. */
final class XRules {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Figures in whole square metres are exact: half steps below this are no sign of rounding. */
    private static final BigDecimal WHOLE_METRES = BigDecimal.valueOf(100);

    private XRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("X-01", XRules::x01),
                new Check("X-02", XRules::x02),
                new Check("X-03", XRules::x03),
                new Check("X-04", XRules::x04),
                new Check("X-05", XRules::x05),
                new Check("X-06", XRules::x06),
                new Check("X-07", XRules::x07),
                new Check("X-08", XRules::x08),
                new Check("X-09", XRules::x09),
                new Check("X-10", XRules::x10),
                new Check("X-11", XRules::x11),
                new Check("X-12", XRules::x12),
                new Check("X-13", XRules::x13));
    }

    /** The number in a field. */
    static Optional<BigDecimal> number(Entry entry) {
        return entry.value() instanceof Value.Quantity(Figure figure) ? figure.known() : Optional.empty();
    }

    static Optional<Report> sameYear(ReportArchive archive, StateCode state, int year) {
        return archive.reports(state).stream()
                .map(ReportArchive.Filed::report)
                .filter(report -> report.env().year().orElse(0) == year)
                .findFirst();
    }

    private static boolean restated(Case of, String prefix) {
        return of.report().restatements().stream()
                .anyMatch(restatement -> restatement.place().text().startsWith(prefix));
    }

    private static Verdict opening(
            Case of,
            Optional<BigDecimal> opening,
            Optional<BigDecimal> closing,
            BigDecimal allowed,
            String place,
            String prefix) {
        if (opening.isEmpty() || closing.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (opening.get().subtract(closing.get()).abs().compareTo(allowed) > 0 && !restated(of, prefix)) {
            hits.at(place, "opening", opening.get(), "closing", closing.get());
        }
        return hits.verdict(true);
    }

    /** areas open where they closed last year, rounding aside. */
    static Verdict x01(Case of) {
        Figure opening = of.in(Subject.AREAS).group("opening").figure("areaM2");
        BigDecimal halves =
                half(opening).add(of.lastYear().map(Case::areaHalves).orElse(BigDecimal.ZERO));
        BigDecimal allowed = halves.compareTo(WHOLE_METRES) < 0 ? BigDecimal.ZERO : halves;
        return opening(of, opening.known(), of.lastYear().flatMap(Case::area), allowed, "c.opening.areaM2", "c.");
    }

    private static Optional<BigDecimal> openings(Group section) {
        return Case.sum(section.rows("move"), "opening");
    }

    /** retained mines open where they closed last year. */
    static Verdict x02(Case of) {
        return opening(
                of,
                openings(of.in(Subject.RETAINED)),
                of.lastYear().flatMap(Case::retained),
                BigDecimal.ZERO,
                "d.move",
                "d.");
    }

    /** the stock opens where it closed last year. */
    static Verdict x03(Case of) {
        return opening(
                of,
                openings(of.in(Subject.STOCKPILES)),
                of.lastYear().flatMap(Case::stock),
                BigDecimal.ZERO,
                "b.move",
                "b.");
    }

    /** a correction names the earlier figure as it was reported, the new one, and the reason: Zimbabwe 2016 and 2017. */
    static Verdict x04(Case of) {
        Hits hits = new Hits();
        for (Restatement restatement : of.report().restatements()) {
            hits.looked();
            Optional<Figure> reported = of.earlier().reversed().stream()
                    .flatMap(report -> report.at(restatement.place()).stream())
                    .map(Entry::value)
                    .filter(Value.Quantity.class::isInstance)
                    .map(value -> ((Value.Quantity) value).figure())
                    .findFirst();
            boolean wrong = reported.isPresent()
                    && !reported.get().known().equals(restatement.earlier().known());
            if (restatement.reason().isBlank() || wrong) {
                hits.at(
                        restatement.place().text(),
                        "earlier",
                        restatement.earlier(),
                        "corrected",
                        restatement.corrected(),
                        "case",
                        restatement.reason().isBlank() ? "reason" : "figure");
            }
        }
        return hits.verdict();
    }

    /** what the letter says is in the tables, with the same figure: Thailand 2014. */
    static Verdict x05(Case of) {
        Hits hits = new Hits();
        for (Rows.Row claim : of.report().envelope().rows("claim")) {
            String figure = claim.fields().text("figure");
            Optional<BigDecimal> said = claim.fields().number("value");
            Optional<FieldPath> place =
                    FieldPath.find(figure).filter(found -> found.subject().isPresent());
            if (said.isEmpty() || place.isEmpty()) {
                continue;
            }
            hits.looked();
            Optional<Entry> there = of.report().at(place.get());
            Optional<BigDecimal> table = there.flatMap(XRules::number);
            BigDecimal allowed = there.map(entry ->
                            entry.value() instanceof Value.Quantity(Figure found) ? half(found) : BigDecimal.ZERO)
                    .orElse(BigDecimal.ZERO);
            if (table.isEmpty() || said.get().subtract(table.get()).abs().compareTo(allowed) > 0) {
                hits.at(
                        figure,
                        "said",
                        said.get(),
                        "table",
                        table.<Figure>map(Figure::of).orElse(new Figure.Blank()));
            }
        }
        return hits.verdict();
    }

    /** what is missing from the stock was destroyed, retained or handed over. */
    static Verdict x06(Case of) {
        Optional<BigDecimal> before = of.lastYear().flatMap(Case::stock);
        Optional<BigDecimal> now = Case.stock(of.report());
        Optional<BigDecimal> destroyed = Case.stockDestroyed(of.report());
        if (before.isEmpty() || now.isEmpty() || destroyed.isEmpty()) {
            return notConcerned();
        }
        List<Rows.Row> moves = of.in(Subject.STOCKPILES).rows("move");
        BigDecimal retained = total(moves, "toRetained");
        BigDecimal out = total(moves, "out");
        BigDecimal in = total(moves, "in")
                .add(total(moves, "found"))
                .max(Case.sum(of.in(Subject.STOCKPILES).rows("found"), "qty").orElse(BigDecimal.ZERO));
        BigDecimal fall = before.get().add(in).subtract(now.get());
        BigDecimal told = destroyed.get().add(retained).add(out);
        Hits hits = new Hits();
        if (differ(fall, told)) {
            hits.at("b.total", "fall", fall, "told", told);
        }
        return hits.verdict(true);
    }

    private static BigDecimal total(List<Rows.Row> rows, String field) {
        return rows.stream()
                .flatMap(row -> row.fields().number(field).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** cleared land goes with finds, and with the places and methods of the programme. */
    static Verdict x07(Case of) {
        Optional<BigDecimal> cleared = of.in(Subject.AREAS).group("released").number("clearedM2");
        if (!positive(cleared)) {
            return notConcerned();
        }
        boolean finds = Case.destroyedInAreas(of.report()).isPresent();
        boolean sites = !of.in(Subject.PROGRAMMES).group("art5").rows("site").isEmpty()
                || !of.in(Subject.PROGRAMMES).rows("plan").isEmpty();
        Hits hits = new Hits();
        if (!finds || !sites) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at(
                    finds ? "f.art5.site" : "g.area",
                    "cleared",
                    cleared.get(),
                    "subject",
                    finds ? Subject.PROGRAMMES : Subject.DESTROYED);
        }
        return hits.verdict(true);
    }

    private static Verdict compare(Case of, Optional<FigureSource> source, String why) {
        if (source.isEmpty() || of.env().state().isEmpty() || of.periodEnd().isEmpty()) {
            return notChecked(why);
        }
        LocalDate end = of.periodEnd().get();
        LocalDate start = of.periodStart().orElse(LocalDate.of(end.getYear(), 1, 1));
        List<FigureSource.Sourced> figures =
                source.get().figures(of.env().state().get(), start, end);
        if (figures.isEmpty()) {
            return notChecked(why);
        }
        Hits hits = new Hits();
        for (FigureSource.Sourced sourced : figures) {
            Optional<BigDecimal> here = of.report().at(sourced.place()).flatMap(XRules::number);
            Optional<BigDecimal> there = sourced.figure().value().known();
            if (there.isEmpty()) {
                continue;
            }
            hits.looked();
            if (here.isEmpty() || differ(here.get(), there.get())) {
                hits.at(
                        sourced.place().text(),
                        "here",
                        here.<Figure>map(Figure::of).orElse(new Figure.Blank()),
                        "there",
                        there.get(),
                        "source",
                        source.get().name());
            }
        }
        return hits.verdict();
    }

    /** the same subject in another treaty's report has the same figure. */
    static Verdict x08(Case of) {
        return compare(of, of.outside().otherReports(), "no-other-reports");
    }

    /** figures are those that the mine action register gives for the period, record by record. */
    static Verdict x09(Case of) {
        return compare(of, of.outside().register(), "no-register");
    }

    /** figures are those of the extension request, work plan or statement of the same day: Zimbabwe. */
    static Verdict x10(Case of) {
        return compare(of, of.outside().statements(), "no-statements");
    }

    private static boolean explained(Group section) {
        return section.placed(FieldPath.of("b")).stream()
                .anyMatch(placed -> List.of("suppl", "note", "plans", "plan", "text")
                                .contains(placed.place().id().name())
                        && placed.entry().value() instanceof Value.Text text
                        && !text.any().isBlank());
    }

    /** a main figure that changes by more than half is explained in words. */
    static Verdict x11(Case of) {
        if (of.lastYear().isEmpty()) {
            return notConcerned();
        }
        Map<Subject, Function<Report, Optional<BigDecimal>>> main = new java.util.EnumMap<>(Map.of(
                Subject.STOCKPILES, Case::stock,
                Subject.AREAS, Case::area,
                Subject.RETAINED, Case::retained,
                Subject.DESTROYED, Case::destroyedInAreas));
        Hits hits = new Hits();
        main.forEach((subject, figure) -> {
            Optional<BigDecimal> before = figure.apply(of.lastYear().get());
            Optional<BigDecimal> now = figure.apply(of.report());
            if (!positive(before) || now.isEmpty()) {
                return;
            }
            hits.looked();
            BigDecimal change = now.get().subtract(before.get()).abs();
            if (change.compareTo(before.get().multiply(HALF)) > 0 && !explained(of.in(subject))) {
                hits.at(subject.prefix(), "subject", subject, "before", before.get(), "now", now.get());
            }
        });
        return hits.verdict();
    }

    /** language versions hold the same numbers. */
    static Verdict x12(Case of) {
        if (of.outside().versions().isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        for (Report version : of.outside().versions()) {
            hits.looked();
            Map<FieldPath, Entry> here = of.report().entries();
            Map<FieldPath, Entry> there = version.entries();
            java.util.TreeSet<FieldPath> places = new java.util.TreeSet<>(here.keySet());
            places.addAll(there.keySet());
            for (FieldPath place : places) {
                Optional<Figure> one = figure(here.get(place));
                Optional<Figure> other = figure(there.get(place));
                if ((one.isPresent() || other.isPresent()) && !one.equals(other)) {
                    hits.at(
                            place.text(),
                            "here",
                            one.orElse(new Figure.Blank()),
                            "there",
                            other.orElse(new Figure.Blank()),
                            "language",
                            version.env().languages().stream()
                                    .findFirst()
                                    .map(language -> language.code())
                                    .orElse("—"));
                }
            }
        }
        return hits.verdict();
    }

    private static Optional<Figure> figure(@org.jspecify.annotations.Nullable Entry entry) {
        return entry != null && entry.value() instanceof Value.Quantity(Figure figure)
                ? Optional.of(figure)
                : Optional.empty();
    }

    /** a figure that others published differs: shown to the State before release, never to the public as a finding. */
    static Verdict x13(Case of) {
        return compare(of, of.outside().thirdParty(), "no-third-party");
    }
}
