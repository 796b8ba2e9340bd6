package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;

/** Conversion of production and programmes of destruction: E and F. */
final class ProgrammeRules {

    private ProgrammeRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("E-01", ProgrammeRules::e01),
                new Check("E-02", ProgrammeRules::e02),
                new Check("E-03", ProgrammeRules::e03),
                new Check("F-01", ProgrammeRules::f01),
                new Check("F-02", ProgrammeRules::f02),
                new Check("F-03", ProgrammeRules::f03),
                new Check("F-04", ProgrammeRules::f04),
                new Check("F-05", ProgrammeRules::f05),
                new Check("F-06", ProgrammeRules::f06),
                new Check("F-07", ProgrammeRules::f07));
    }

    private static List<Rows.Row> plants(Report report) {
        return report.section(Subject.CONVERSION).rows("plant");
    }

    private static Group programmes(Case of) {
        return of.in(Subject.PROGRAMMES);
    }

    private static List<Rows.Row> plan(Case of) {
        return programmes(of).rows("plan");
    }

    /** E-01: each facility is converted or decommissioned, in process or completed: Article 7.1 (e). */
    static Verdict e01(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : plants(of.report())) {
            hits.looked();
            List<String> missing = new ArrayList<>();
            if (row.fields().word("aim").isEmpty()) {
                missing.add("plantAim");
            }
            if (row.fields().word("status").isEmpty()) {
                missing.add("plantStatus");
            }
            if (!missing.isEmpty()) {
                hits.at(
                        "e.plant[" + row.name() + "]",
                        "plant",
                        row.fields().text("name"),
                        "missing",
                        Labels.of(missing));
            }
        }
        return hits.verdict();
    }

    /** E-02: what was completed stays completed. */
    static Verdict e02(Case of) {
        Optional<Report> before = of.previousWith(Subject.CONVERSION);
        if (before.isEmpty()) {
            return notConcerned();
        }
        Set<String> completed = plants(before.get()).stream()
                .filter(row -> row.fields().words("status").contains("completed"))
                .map(row -> Case.bare(row.fields().text("name")))
                .collect(Collectors.toSet());
        Hits hits = new Hits();
        for (Rows.Row row : plants(of.report())) {
            hits.looked();
            if (completed.contains(Case.bare(row.fields().text("name")))
                    && row.fields().words("status").contains("in-process")) {
                hits.at(
                        "e.plant[" + row.name() + "].status",
                        "plant",
                        row.fields().text("name"));
            }
        }
        return hits.verdict();
    }

    /** E-03: types were produced, so there was a facility. */
    static Verdict e03(Case of) {
        List<String> produced = of.in(Subject.CHARACTERISTICS).rows("row").stream()
                .filter(row -> row.fields().words("list").contains("produced"))
                .flatMap(row -> Case.types(row).stream())
                .toList();
        if (produced.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (of.mark(Subject.CONVERSION).orElse(null) instanceof Mark.NotApplicable
                && plants(of.report()).isEmpty()) {
            hits.at("e.plant", "types", String.join(", ", produced));
        }
        return hits.verdict(true);
    }

    /** F-01: Article 4 is open: places, methods, safety and environmental standards of destruction, Article 7.1 (f). */
    static Verdict f01(Case of) {
        if (!of.stockOpen()) {
            return notConcerned();
        }
        List<Rows.Row> sites = programmes(of).group("art4").rows("site");
        if (sites.isEmpty() && of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (sites.isEmpty()) {
            hits.at("f.art4.site", "missing", Labels.of(List.of("place", "methods", "safety", "environment")));
        }
        for (Rows.Row row : sites) {
            List<String> missing = List.of("place", "methods", "safety", "environment").stream()
                    .filter(field -> row.fields().text(field).isBlank())
                    .toList();
            if (!missing.isEmpty()) {
                hits.at("f.art4.site[" + row.name() + "]", "missing", Labels.of(missing));
            }
        }
        return hits.verdict(true);
    }

    /** F-02: Article 5 is open: yearly targets that together cover what remains (Oslo Actions 19 and 20, remembered). */
    static Verdict f02(Case of) {
        if (!of.clearanceOpen()) {
            return notConcerned();
        }
        if (plan(of).isEmpty() && of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        BigDecimal planned = Case.sum(plan(of), "areaM2").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> remains = Case.area(of.report());
        if (plan(of).isEmpty()
                || remains.filter(area -> planned.compareTo(area.multiply(new BigDecimal("0.99"))) < 0)
                        .isPresent()) {
            hits.at("f.plan", "planned", planned, "remains", remains.orElse(BigDecimal.ZERO));
        }
        return hits.verdict(true);
    }

    private static OptionalInt year(Rows.Row row) {
        return row.fields()
                .date("year")
                .map(date -> OptionalInt.of(date.latest().getYear()))
                .orElse(OptionalInt.empty());
    }

    /** F-03: the last target lies before the deadline of Article 5. */
    static Verdict f03(Case of) {
        Optional<LocalDate> deadline = of.facts().clearanceDeadline();
        OptionalInt last = plan(of).stream()
                .map(ProgrammeRules::year)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
        if (deadline.isEmpty() || last.isEmpty() || !of.clearanceOpen()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (last.getAsInt() > deadline.get().getYear()) {
            hits.at("f.plan", "year", Integer.toString(last.getAsInt()), "deadline", deadline.get());
        }
        return hits.verdict(true);
    }

    /** F-04: the yearly rate that is needed is more than twice the best one that was reached. */
    static Verdict f04(Case of) {
        Optional<LocalDate> deadline = of.facts().clearanceDeadline();
        Optional<BigDecimal> remains = Case.area(of.report());
        if (deadline.isEmpty()
                || !positive(remains)
                || !of.clearanceOpen()
                || of.env().year().isEmpty()) {
            return notConcerned();
        }
        List<Report> all = new ArrayList<>(of.earlier());
        all.add(of.report());
        Optional<BigDecimal> best = all.stream()
                .flatMap(report -> Case.released(report.section(Subject.AREAS)).stream())
                .max(BigDecimal::compareTo);
        if (!positive(best)) {
            return notChecked("no-release");
        }
        int years = Math.max(deadline.get().getYear() - of.year(), 1);
        BigDecimal needed = remains.get().divide(BigDecimal.valueOf(years), 0, RoundingMode.HALF_UP);
        Hits hits = new Hits();
        if (needed.compareTo(best.get().multiply(BigDecimal.TWO)) > 0) {
            hits.at("f.plan", "needed", needed, "best", best.get(), "years", years);
        }
        return hits.verdict(true);
    }

    /** F-05: a place where stock was destroyed stands among the programmes. */
    static Verdict f05(Case of) {
        Set<String> sites = programmes(of).group("art4").rows("site").stream()
                .map(row -> Case.bare(row.fields().text("place")))
                .collect(Collectors.toSet());
        Hits hits = new Hits();
        for (Rows.Row row : of.in(Subject.DESTROYED).rows("stock")) {
            String place = row.fields().text("place");
            if (place.isBlank()) {
                continue;
            }
            hits.looked();
            if (!sites.contains(Case.bare(place))) {
                hits.at("g.stock[" + row.name() + "].place", "site", place);
            }
        }
        return hits.verdict();
    }

    /** F-06: a year's target was missed, so the targets are restated (Oslo Action 20, remembered). */
    static Verdict f06(Case of) {
        Optional<BigDecimal> target = of.lastYear().stream()
                .flatMap(report -> report.section(Subject.PROGRAMMES).rows("plan").stream())
                .filter(row -> year(row).equals(of.env().year()))
                .flatMap(row -> row.fields().number("areaM2").stream())
                .reduce(BigDecimal::add);
        Optional<BigDecimal> released = Case.released(of.in(Subject.AREAS));
        if (target.isEmpty() || released.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (released.get().compareTo(target.get()) < 0
                && programmes(of).text("restated").isBlank()) {
            hits.at("f.restated", "target", target.get(), "released", released.get());
        }
        return hits.verdict(true);
    }

    /** F-07: milestones promised in the extension request are answered. */
    static Verdict f07(Case of) {
        if (!of.facts().extensionAsked() || !of.clearanceOpen()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (programmes(of).text("milestones").isBlank()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("f.milestones");
        }
        return hits.verdict(true);
    }

    /** Mines per released square kilometre. */
    static BigDecimal perSquareKilometre(BigDecimal mines, BigDecimal areaM2) {
        return mines.multiply(BigDecimal.valueOf(1_000_000)).divide(areaM2, MathContext.DECIMAL32);
    }
}
