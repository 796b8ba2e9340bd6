package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.half;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Case.sum;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.Figure;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Severity;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.Subject;

/** Mines destroyed and land released: G. */
final class DestroyedRules {

    private static final BigDecimal THREEFOLD = BigDecimal.valueOf(3);

    private DestroyedRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("G-01", DestroyedRules::g01),
                new Check("G-02", DestroyedRules::g02),
                new Check("G-03", DestroyedRules::g03),
                new Check("G-04", DestroyedRules::g04),
                new Check("G-05", DestroyedRules::g05),
                new Check("G-06", DestroyedRules::g06),
                new Check("G-07", DestroyedRules::g07),
                new Check("G-08", DestroyedRules::g08),
                new Check("G-09", DestroyedRules::g09),
                new Check("G-10", DestroyedRules::g10),
                new Check("G-11", DestroyedRules::g11),
                new Check("G-12", DestroyedRules::g12),
                new Check("G-13", DestroyedRules::g13),
                new Check("G-14", DestroyedRules::g14));
    }

    private static Group destroyed(Case of) {
        return of.in(Subject.DESTROYED);
    }

    private static Group released(Case of) {
        return of.in(Subject.AREAS).group("released");
    }

    /** G-01: rows sum to totals. */
    static Verdict g01(Case of) {
        Hits hits = new Hits();
        for (String table : List.of("stock", "found", "area")) {
            Optional<BigDecimal> rows = sum(destroyed(of).rows(table), "qty");
            Optional<BigDecimal> total = destroyed(of).group("total").number(table);
            if (rows.isPresent() && total.isPresent()) {
                hits.looked();
                if (differ(rows.get(), total.get())) {
                    hits.at("g.total." + table, "sum", rows.get(), "total", total.get());
                }
            }
        }
        return hits.verdict();
    }

    /** G-02: the running total of stock destroyed is the last one and the year's. */
    static Verdict g02(Case of) {
        Optional<BigDecimal> before = of.lastYear().flatMap(DestroyedRules::running);
        Optional<BigDecimal> now = running(of.report());
        Optional<BigDecimal> year = Case.stockDestroyed(of.report());
        if (before.isEmpty() || now.isEmpty() || year.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (differ(before.get().add(year.get()), now.get())) {
            hits.at("g.running.stock", "before", before.get(), "year", year.get(), "now", now.get());
        }
        return hits.verdict(true);
    }

    private static Optional<BigDecimal> running(Report report) {
        Group destroyed = report.section(Subject.DESTROYED);
        return destroyed
                .group("running")
                .number("stock")
                .or(() -> destroyed.words("basis").contains("cumulative")
                        ? destroyed.group("total").number("stock")
                        : Optional.empty());
    }

    /** G-03: finds by kind: manufactured, improvised, vehicle, other; only the first two are anti-personnel mines (Oslo Action 21, remembered). */
    static Verdict g03(Case of) {
        List<Rows.Row> rows = destroyed(of).rows("area");
        if (rows.isEmpty()) {
            return notConcerned();
        }
        long without = rows.stream()
                .filter(row -> row.fields().word("device").isEmpty())
                .count();
        Hits hits = new Hits();
        if (without > 0) {
            hits.at("g.area", "count", without);
        }
        return hits.verdict(true);
    }

    /** G-04: mines destroyed and nothing cleared: were they spot tasks? Cambodia 2019. */
    static Verdict g04(Case of) {
        Optional<BigDecimal> mines = Case.destroyedInAreas(of.report());
        Optional<BigDecimal> cleared = released(of).number("clearedM2");
        if (mines.isEmpty() || cleared.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (mines.get().signum() > 0
                && cleared.get().signum() == 0
                && destroyed(of).entry("spot").isEmpty()) {
            hits.at("g.spot", "mines", mines.get());
        }
        return hits.verdict(true);
    }

    /** G-05: land cleared and no mine found: was it the right land? */
    static Verdict g05(Case of) {
        Optional<BigDecimal> mines = Case.destroyedInAreas(of.report());
        Optional<BigDecimal> cleared = released(of).number("clearedM2");
        if (mines.isEmpty() || cleared.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (cleared.get().signum() > 0 && mines.get().signum() == 0) {
            hits.at("g.total.area", "cleared", cleared.get());
        }
        return hits.verdict(true);
    }

    /** G-06: no destruction under Article 4 once there is no stock: Thailand's letter for 2014 named the wrong article. */
    static Verdict g06(Case of) {
        if (!StockpileRules.doneBeforePeriod(of)) {
            return of.facts().stockpile() == StateFacts.Duty.NOT_RECORDED ? notChecked("duty-unknown") : notConcerned();
        }
        Hits hits = new Hits();
        Case.stockDestroyed(of.report())
                .filter(qty -> qty.signum() > 0)
                .ifPresent(qty -> hits.at("g.stock", "qty", qty));
        for (Rows.Row claim : of.report().envelope().rows("claim")) {
            if (claim.fields().text("figure").equals("g.total.stock")
                    && positive(claim.fields().number("value"))) {
                hits.at("g.stock", "qty", claim.fields().number("value").orElseThrow());
            }
        }
        return hits.verdict(true);
    }

    /** G-07: not more stock destroyed than there was and was found. */
    static Verdict g07(Case of) {
        Optional<BigDecimal> opening = of.lastYear().flatMap(Case::stock);
        Optional<BigDecimal> gone = Case.stockDestroyed(of.report());
        if (opening.isEmpty() || gone.isEmpty()) {
            return notConcerned();
        }
        BigDecimal found = sum(of.in(Subject.STOCKPILES).rows("found"), "qty").orElse(BigDecimal.ZERO);
        Hits hits = new Hits();
        if (gone.get().compareTo(opening.get().add(found)) > 0) {
            hits.at("g.stock", "destroyed", gone.get(), "there", opening.get().add(found));
        }
        return hits.verdict(true);
    }

    /** G-08: released is cancelled, reduced and cleared together; a difference by rounding is only told. */
    static Verdict g08(Case of) {
        Optional<BigDecimal> ways = Case.threeWays(released(of));
        Optional<BigDecimal> total = released(of).number("totalM2");
        if (ways.isEmpty() || total.isEmpty()) {
            return notConcerned();
        }
        BigDecimal rounding = List.of("cancelledM2", "reducedM2", "clearedM2", "totalM2").stream()
                .map(field -> half(released(of).figure(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gap = total.get().subtract(ways.get()).abs();
        Hits hits = new Hits();
        if (gap.signum() != 0) {
            hits.at(
                    gap.compareTo(rounding) <= 0 && rounding.compareTo(BigDecimal.ONE) > 0
                            ? Severity.INFO
                            : Severity.ERROR,
                    "c.released.totalM2",
                    "sum",
                    ways.get(),
                    "total",
                    total.get());
        }
        return hits.verdict(true);
    }

    /** G-09: mines for each cleared square kilometre changed more than threefold, against the year before or against all years together. */
    static Verdict g09(Case of) {
        Optional<BigDecimal> now =
                density(Case.destroyedInAreas(of.report()), released(of).number("clearedM2"));
        Group running = destroyed(of).group("running");
        Optional<BigDecimal> before = of.lastYear()
                .flatMap(report -> density(
                        Case.destroyedInAreas(report),
                        report.section(Subject.AREAS).group("released").number("clearedM2")))
                .or(() -> density(running.number("area"), running.number("clearedM2")));
        if (now.isEmpty() || before.isEmpty()) {
            return notConcerned();
        }
        BigDecimal ratio = now.get().max(before.get()).divide(now.get().min(before.get()), MathContext.DECIMAL32);
        Hits hits = new Hits();
        if (ratio.compareTo(THREEFOLD) > 0) {
            hits.at(
                    "g.area",
                    "before",
                    before.get().setScale(1, RoundingMode.HALF_UP),
                    "now",
                    now.get().setScale(1, RoundingMode.HALF_UP));
        }
        return hits.verdict(true);
    }

    private static Optional<BigDecimal> density(Optional<BigDecimal> mines, Optional<BigDecimal> cleared) {
        return positive(mines) && positive(cleared)
                ? Optional.of(ProgrammeRules.perSquareKilometre(mines.orElseThrow(), cleared.orElseThrow()))
                : Optional.empty();
    }

    /** G-10: finds after completion are called residual: Algeria reported 668 mines. */
    static Verdict g10(Case of) {
        boolean completed = of.facts().clearance() == StateFacts.Duty.DONE
                && of.facts().clearanceCompleted().isPresent()
                && of.periodStart()
                        .filter(start ->
                                of.facts().clearanceCompleted().get().latest().isBefore(start))
                        .isPresent();
        if (!completed) {
            return notConcerned();
        }
        Hits hits = new Hits();
        Optional<BigDecimal> mines = Case.destroyedInAreas(of.report());
        if (positive(mines) && !destroyed(of).flag("residual")) {
            hits.at("g.residual", "mines", mines.get());
        }
        return hits.verdict(true);
    }

    /** G-11: retained mines that were destroyed are told with the retained mines, and not again here. */
    static Verdict g11(Case of) {
        Optional<BigDecimal> fromRetained = sum(
                of.in(Subject.RETAINED).rows("move").stream()
                        .filter(row -> row.fields().entry("destroyed").isPresent())
                        .toList(),
                "destroyed");
        Optional<BigDecimal> stock = destroyed(of)
                .group("total")
                .number("stock")
                .or(() -> sum(destroyed(of).rows("stock"), "qty"));
        if (!positive(fromRetained) || stock.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (!differ(fromRetained.get(), stock.get())) {
            hits.at("g.stock", "qty", stock.get());
        }
        return hits.verdict(true);
    }

    /** G-12: running totals never fall. Where no earlier report has them, it is asked that the next one be held against these. */
    static Verdict g12(Case of) {
        Group now = destroyed(of).group("running");
        Hits hits = new Hits();
        for (String field : List.of("stock", "area", "clearedM2")) {
            Optional<BigDecimal> total = now.number(field);
            if (total.isEmpty()) {
                continue;
            }
            Optional<BigDecimal> before = of.earlier().reversed().stream()
                    .flatMap(report -> report.section(Subject.DESTROYED).group("running").number(field).stream())
                    .findFirst();
            hits.looked();
            if (before.isEmpty()) {
                hits.at(Severity.QUESTION, "g.running." + field, "before", new Figure.Unknown(), "now", total.get());
            } else if (total.get().compareTo(before.get()) < 0) {
                hits.at(Severity.ERROR, "g.running." + field, "before", Figure.of(before.get()), "now", total.get());
            }
        }
        return hits.verdict();
    }

    /** G-13: whether land cleared in tasks not yet finished is counted: Tajikistan 2017. */
    static Verdict g13(Case of) {
        Optional<BigDecimal> cleared = released(of).number("clearedM2");
        if (!positive(cleared)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (released(of).entry("unfinishedM2").isEmpty()
                && released(of).entry("unfinishedSaid").isEmpty()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("c.released.unfinishedM2", "cleared", cleared.get());
        }
        return hits.verdict(true);
    }

    /** G-14: whether a figure of stock destroyed is the year's or all since entry into force. */
    static Verdict g14(Case of) {
        boolean figures = !destroyed(of).rows("stock").isEmpty()
                || destroyed(of).group("total").entry("stock").isPresent();
        if (!figures) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (destroyed(of).word("basis").isEmpty()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("g.basis");
        }
        return hits.verdict(true);
    }
}
