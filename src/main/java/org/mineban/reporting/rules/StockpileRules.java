package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.orZero;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Case.sum;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Severity;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.Subject;

/** Stockpiled mines: B. */
final class StockpileRules {

    private static final int EDITION_OF_LATE_FINDS = 2007;
    private static final int MONTHS_TO_DESTROY = 6;

    private StockpileRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("B-01", StockpileRules::b01),
                new Check("B-02", StockpileRules::b02),
                new Check("B-03", StockpileRules::b03),
                new Check("B-04", StockpileRules::b04),
                new Check("B-05", StockpileRules::b05),
                new Check("B-06", StockpileRules::b06),
                new Check("B-07", StockpileRules::b07),
                new Check("B-08", StockpileRules::b08),
                new Check("B-09", StockpileRules::b09),
                new Check("B-10", StockpileRules::b10),
                new Check("B-11", StockpileRules::b11),
                new Check("B-12", StockpileRules::b12),
                new Check("B-13", StockpileRules::b13));
    }

    private static Group stock(Case of) {
        return of.in(Subject.STOCKPILES);
    }

    /** B-01: the rows sum to the total. */
    static Verdict b01(Case of) {
        return rowsSum(stock(of).rows("row"), "qty", stock(of).number("total"), "b.total");
    }

    static Verdict rowsSum(List<Rows.Row> rows, String field, Optional<BigDecimal> total, String place) {
        Optional<BigDecimal> sum = sum(rows, field);
        if (sum.isEmpty() || total.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (differ(sum.get(), total.get())) {
            hits.at(place, "sum", sum.get(), "total", total.get());
        }
        return hits.verdict(true);
    }

    /** B-02: mines are counted in whole numbers, not below zero. */
    static Verdict b02(Case of) {
        Hits hits = new Hits();
        for (Group.Placed placed : stock(of).placed(FieldPath.of("b"))) {
            Optional<Field> field = of.dictionary().find(placed.place());
            if (field.filter(known -> known.unit() == Field.Unit.MINES).isEmpty()) {
                continue;
            }
            XRules.number(placed.entry()).ifPresent(number -> {
                hits.looked();
                if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
                    hits.at(placed.place().text(), "value", number);
                }
            });
        }
        return hits.verdict();
    }

    /** B-03: one type in each row, Article 7.1 (b) "of each type". */
    static Verdict b03(Case of) {
        return oneType(stock(of).rows("row"), "b.row");
    }

    static Verdict oneType(List<Rows.Row> rows, String list) {
        Hits hits = new Hits();
        for (Rows.Row row : rows) {
            List<String> types = Case.types(row);
            if (types.isEmpty()) {
                continue;
            }
            hits.looked();
            if (types.size() > 1) {
                hits.at(list + "[" + row.name() + "].type", "count", types.size(), "types", String.join(", ", types));
            }
        }
        return hits.verdict();
    }

    private static boolean doneBefore(Case of, Optional<LocalDate> day) {
        if (of.facts().stockpile() != StateFacts.Duty.DONE || day.isEmpty()) {
            return false;
        }
        Optional<LocalDate> completed = of.facts()
                .stockpileCompleted()
                .map(PartialDate::latest)
                .or(() -> of.facts().stockpileDeadline());
        return completed.filter(done -> !done.isAfter(day.get())).isPresent();
    }

    /** Whether destruction under Article 4 was complete before the period began. */
    static boolean doneBeforePeriod(Case of) {
        return doneBefore(of, of.periodStart().map(day -> day.minusDays(1)));
    }

    /** B-04: after completion the stock is zero; what turns up later is a late find, with a table of its own since 2007. */
    static Verdict b04(Case of) {
        Optional<BigDecimal> total = Case.stock(of.report());
        if (total.isEmpty() || !doneBefore(of, of.periodEnd())) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (total.get().signum() > 0) {
            hits.at("b.total", "total", total.get());
        }
        return hits.verdict(true);
    }

    /** B-05: the four years of Article 4 have passed and there is stock: it is told, with a plan. */
    static Verdict b05(Case of) {
        Optional<LocalDate> deadline = of.facts().stockpileDeadline();
        Optional<BigDecimal> total = Case.stock(of.report());
        if (deadline.isEmpty() || total.isEmpty() || of.periodEnd().isEmpty() || doneBefore(of, of.periodEnd())) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (deadline.get().isBefore(of.periodEnd().get())
                && total.get().signum() > 0
                && stock(of).text("plan").isBlank()) {
            hits.at("b.total", "total", total.get(), "deadline", deadline.get());
        }
        return hits.verdict(true);
    }

    /** B-06: for each type, what was there and came, less what went, is what is there. */
    static Verdict b06(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : stock(of).rows("move")) {
            balance(row, "b.move", List.of("found", "in"), List.of("out", "toRetained", "destroyed"), hits);
        }
        return hits.verdict();
    }

    /** Opening and what came, less what went, is closing. A column that is not there moved nothing; one that is not known stops the sum. */
    static void balance(Rows.Row row, String list, List<String> plus, List<String> minus, Hits hits) {
        Group move = row.fields();
        Optional<BigDecimal> balance = move.number("opening");
        for (String field : plus) {
            balance = balance.flatMap(so -> orZero(move, field).map(so::add));
        }
        for (String field : minus) {
            balance = balance.flatMap(so -> orZero(move, field).map(so::subtract));
        }
        Optional<BigDecimal> closing = move.number("closing");
        if (balance.isEmpty() || closing.isEmpty()) {
            return;
        }
        hits.looked();
        if (differ(balance.get(), closing.get())) {
            hits.at(
                    list + "[" + row.name() + "].closing",
                    "balance",
                    balance.get(),
                    "closing",
                    closing.get(),
                    "gap",
                    closing.get().subtract(balance.get()));
        }
    }

    private static boolean increaseExplained(Case of) {
        return !stock(of).rows("found").isEmpty()
                || stock(of).rows("move").stream()
                        .anyMatch(row -> positive(row.fields().number("found"))
                                || positive(row.fields().number("in")));
    }

    /** B-07: stock grows by a find, a return or a transfer only. */
    static Verdict b07(Case of) {
        Optional<BigDecimal> before = of.previous().flatMap(Case::stock);
        Optional<BigDecimal> now = Case.stock(of.report());
        if (before.isEmpty() || now.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (now.get().compareTo(before.get()) > 0 && !increaseExplained(of)) {
            hits.at("b.total", "before", before.get(), "now", now.get());
        }
        return hits.verdict(true);
    }

    /**
     * B-08: a late find has its day, place, notice and destruction within six months (Oslo Action 15, remembered). Of a find from before the edition of 2007,
     * or of an extract, it is only asked.
     */
    static Verdict b08(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : stock(of).rows("found")) {
            hits.looked();
            Group find = row.fields();
            List<String> missing = new ArrayList<>();
            if (find.date("foundOn").isEmpty()) {
                missing.add("foundOn");
            }
            if (find.text("place").isBlank()) {
                missing.add("place");
            }
            if (find.date("notifiedOn").isEmpty()) {
                missing.add("notifiedOn");
            }
            Optional<LocalDate> latest =
                    find.date("foundOn").map(day -> day.latest().plusMonths(MONTHS_TO_DESTROY));
            boolean late = latest.isPresent()
                    && find.date("plannedBy")
                            .filter(day -> day.earliest().isAfter(latest.get()))
                            .isPresent();
            if (find.date("plannedBy").isEmpty() || late) {
                missing.add("plannedBy");
            }
            if (!missing.isEmpty()) {
                boolean old = of.extract() || of.year() < EDITION_OF_LATE_FINDS;
                hits.at(
                        old ? Severity.QUESTION : Severity.WARNING,
                        "b.found[" + row.name() + "]",
                        "missing",
                        Labels.of(missing),
                        "qty",
                        find.figure("qty"));
            }
        }
        return hits.verdict();
    }

    /** B-09: retained mines are told in their own section; whether the stock has them too must be said. */
    static Verdict b09(Case of) {
        Optional<BigDecimal> total = Case.stock(of.report());
        Optional<BigDecimal> retained =
                Case.retained(of.report()).or(() -> of.in(Subject.RETAINED).number("intended"));
        if (!positive(total) || !positive(retained)) {
            return notConcerned();
        }
        boolean said = stock(of).entry("includesRetained").isPresent()
                || of.in(Subject.RETAINED).entry("outside").isPresent();
        Hits hits = new Hits();
        if (!said && retained.get().compareTo(total.get()) <= 0) {
            hits.at("b.total", "stock", total.get(), "retained", retained.get());
        }
        return hits.verdict(true);
    }

    /** B-10: stock outside the State's control, and stock of others on its territory, is told apart from its own. */
    static Verdict b10(Case of) {
        Hits hits = new Hits();
        boolean foreign = !of.in(Subject.OTHER).text("foreignStocks").isBlank()
                || !stock(of).group("foreign").text("text").isBlank();
        boolean lost = !stock(of).group("outOfControl").text("text").isBlank();
        if (foreign && stock(of).group("foreign").entry("qty").isEmpty()) {
            hits.at("b.foreign.qty", "which", "foreign");
        }
        if (lost && stock(of).group("outOfControl").entry("qty").isEmpty()) {
            hits.at("b.outOfControl.qty", "which", "outOfControl");
        }
        return hits.verdict(foreign || lost);
    }

    /** B-11: the type is known, and an anti-personnel mine in the sense of Article 2. */
    static Verdict b11(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : stock(of).rows("row")) {
            for (String type : Case.types(row)) {
                hits.looked();
                String kind = of.ordnance().find(type).map(Ordnance.Type::kind).orElse("unknown");
                if (!kind.equals("ap") && !kind.equals("bounding-command")) {
                    hits.at("b.row[" + row.name() + "].type", "type", type, "kind", kind);
                }
            }
        }
        return hits.verdict();
    }

    /** B-12: the first report has figures, or says that there are none: Article 7.1 (b). */
    static Verdict b12(Case of) {
        if (!of.kind(ReportKind.INITIAL)) {
            return notConcerned();
        }
        boolean told = Case.stock(of.report()).isPresent()
                || of.mark(Subject.STOCKPILES).orElse(null) instanceof Mark.NotApplicable;
        if (!told && of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (!told) {
            hits.at("b.total");
        }
        return hits.verdict(true);
    }

    /** B-13: a type that was not there last year comes from a find, or was spelled otherwise. */
    static Verdict b13(Case of) {
        Optional<Report> before = of.previousWith(Subject.STOCKPILES);
        if (before.isEmpty()
                || before.get().section(Subject.STOCKPILES).rows("row").isEmpty()) {
            return notConcerned();
        }
        Set<String> known =
                CompletenessRules.types(
                                List.of(before.get().section(Subject.STOCKPILES).rows("row")))
                        .stream()
                        .map(type -> canonical(of, type))
                        .collect(Collectors.toSet());
        Hits hits = new Hits();
        for (Rows.Row row : stock(of).rows("row")) {
            for (String type : Case.types(row)) {
                hits.looked();
                if (!known.contains(canonical(of, type)) && !increaseExplained(of)) {
                    hits.at("b.row[" + row.name() + "].type", "type", type);
                }
            }
        }
        return hits.verdict();
    }

    static String canonical(Case of, String type) {
        return of.ordnance()
                .find(type)
                .map(Ordnance.Type::name)
                .map(Ordnance::bare)
                .orElse(Ordnance.bare(type));
    }
}
