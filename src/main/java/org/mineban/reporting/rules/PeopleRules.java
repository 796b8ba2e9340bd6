package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Surroundings;

/** Technical characteristics, warning, other matters and victims: H, I and J. */
final class PeopleRules {

    private static final BigDecimal SHORTEST_MM = BigDecimal.valueOf(10);
    private static final BigDecimal LONGEST_MM = BigDecimal.valueOf(1_000);
    private static final BigDecimal LIGHTEST_G = BigDecimal.ONE;
    private static final BigDecimal HEAVIEST_G = BigDecimal.valueOf(15_000);
    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    private PeopleRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("H-01", PeopleRules::h01),
                new Check("H-02", PeopleRules::h02),
                new Check("H-03", PeopleRules::h03),
                new Check("H-04", PeopleRules::h04),
                new Check("I-01", PeopleRules::i01),
                new Check("I-02", PeopleRules::i02),
                new Check("I-03", PeopleRules::i03),
                new Check("I-04", PeopleRules::i04),
                new Check("I-05", PeopleRules::i05),
                new Check("J-01", PeopleRules::j01),
                new Check("J-02", PeopleRules::j02),
                new Check("J-03", PeopleRules::j03),
                new Check("J-04", PeopleRules::j04),
                new Check("J-05", PeopleRules::j05),
                new Check("J-06", PeopleRules::j06),
                new Check("J-07", PeopleRules::j07));
    }

    private static List<Rows.Row> sheets(Report report) {
        return report.section(Subject.CHARACTERISTICS).rows("row");
    }

    /** H-01: each type that is stocked, retained or was produced has a sheet here or in a report that is named: Article 7.1 (h). */
    static Verdict h01(Case of) {
        Set<String> types = CompletenessRules.types(List.of(
                of.in(Subject.STOCKPILES).rows("row"), of.in(Subject.RETAINED).rows("ret")));
        if (types.isEmpty()) {
            return notConcerned();
        }
        List<Report> all = new ArrayList<>(of.earlier());
        all.add(of.report());
        Set<String> described = all.stream()
                .flatMap(report -> sheets(report).stream())
                .flatMap(row -> Case.types(row).stream())
                .map(type -> StockpileRules.canonical(of, type))
                .collect(Collectors.toSet());
        List<String> without = types.stream()
                .filter(type -> !described.contains(StockpileRules.canonical(of, type)))
                .toList();
        boolean elsewhere = of.mark(Subject.CHARACTERISTICS).orElse(null) instanceof Mark.Unchanged;
        Hits hits = new Hits();
        if (!without.isEmpty() && !elsewhere) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("h.row", "types", String.join(", ", without));
        }
        return hits.verdict(true);
    }

    /** H-02: millimetres and grams, within what mines measure and weigh. */
    static Verdict h02(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : sheets(of.report())) {
            range(row, "longestMm", SHORTEST_MM, LONGEST_MM, "mm", hits);
            range(row, "explosiveG", LIGHTEST_G, HEAVIEST_G, "g", hits);
        }
        return hits.verdict();
    }

    private static void range(Rows.Row row, String field, BigDecimal low, BigDecimal high, String unit, Hits hits) {
        row.fields().number(field).ifPresent(value -> {
            hits.looked();
            if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
                hits.at("h.row[" + row.name() + "]." + field, "value", value, "unit", unit, "low", low, "high", high);
            }
        });
    }

    /** H-03: a photograph, or that there is none. */
    static Verdict h03(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : sheets(of.report())) {
            hits.looked();
            boolean elsewhere = !row.fields().text("seeReport").isBlank();
            if (row.fields().entry("photo").isEmpty() && !row.fields().flag("noPhoto") && !elsewhere) {
                hits.at("h.row[" + row.name() + "].photo", "type", String.join(", ", Case.types(row)));
            }
        }
        return hits.verdict();
    }

    /** H-04: the mass of the explosive is near what is recorded for the type, a fifth allowed. */
    static Verdict h04(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : sheets(of.report())) {
            Optional<BigDecimal> stated = row.fields().number("explosiveG");
            Optional<BigDecimal> known = Case.types(row).stream()
                    .findFirst()
                    .flatMap(type -> of.ordnance().find(type))
                    .flatMap(Ordnance.Type::explosiveGrams);
            if (stated.isEmpty() || known.isEmpty()) {
                continue;
            }
            hits.looked();
            if (stated.get().subtract(known.get()).abs().compareTo(known.get().multiply(A_FIFTH)) > 0) {
                hits.at(
                        "h.row[" + row.name() + "].explosiveG",
                        "type",
                        String.join(", ", Case.types(row)),
                        "stated",
                        stated.get(),
                        "known",
                        known.get());
            }
        }
        return hits.verdict();
    }

    private static Group warning(Case of) {
        return of.in(Subject.WARNING);
    }

    /** I-01: there are areas, so the population is warned: Article 7.1 (i). */
    static Verdict i01(Case of) {
        if (!AreaRules.anyArea(of)) {
            return notConcerned();
        }
        boolean told = !warning(of).text("text").isBlank()
                || !warning(of).rows("marking").isEmpty()
                || !warning(of).rows("eore").isEmpty()
                || of.mark(Subject.WARNING).orElse(null) instanceof Mark.Unchanged;
        Hits hits = new Hits();
        if (!told) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("i.text");
        }
        return hits.verdict(true);
    }

    private static void parts(Rows.Row row, String list, List<String> parts, String total, Hits hits) {
        Optional<BigDecimal> all = row.fields().number(total);
        boolean any = parts.stream().anyMatch(part -> row.fields().entry(part).isPresent());
        if (all.isEmpty() || !any) {
            return;
        }
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        for (String part : parts) {
            sum = sum.flatMap(so -> Case.orZero(row.fields(), part).map(so::add));
        }
        if (sum.isEmpty()) {
            return;
        }
        hits.looked();
        if (differ(sum.get(), all.get())) {
            hits.at(list + "[" + row.name() + "]." + total, "sum", sum.get(), "total", all.get());
        }
    }

    private static final List<String> SEX_AND_AGE = List.of("women", "men", "girls", "boys", "unknown");

    /** I-02: women, men, girls, boys and those not known are all persons reached. */
    static Verdict i02(Case of) {
        Hits hits = new Hits();
        warning(of).rows("eore").forEach(row -> parts(row, "i.eore", SEX_AND_AGE, "total", hits));
        return hits.verdict();
    }

    /** I-03: confirmed areas are marked and watched, Article 5.2. */
    static Verdict i03(Case of) {
        boolean confirmed = AreaRules.rows(of).stream()
                .anyMatch(row -> row.fields().words("status").contains("CHA")
                        && positive(row.fields().number("areaM2")));
        if (!confirmed) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (warning(of).rows("marking").isEmpty()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("i.marking");
        }
        return hits.verdict(true);
    }

    /** I-04: until which age a person was counted as a child. */
    static Verdict i04(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : warning(of).rows("eore")) {
            if (row.fields().entry("girls").isEmpty()
                    && row.fields().entry("boys").isEmpty()) {
                continue;
            }
            hits.looked();
            if (row.fields().entry("ageLimit").isEmpty()) {
                hits.at("i.eore[" + row.name() + "].ageLimit");
            }
        }
        return hits.verdict();
    }

    /** I-05: not more persons reached than live there. */
    static Verdict i05(Case of) {
        List<Rows.Row> rows = warning(of).rows("eore").stream()
                .filter(row -> row.fields().number("total").isPresent()
                        && !row.fields().text("place").isBlank())
                .toList();
        if (rows.isEmpty()) {
            return notConcerned();
        }
        if (of.outside().places().isEmpty()) {
            return notChecked("no-places");
        }
        Hits hits = new Hits();
        for (Rows.Row row : rows) {
            Optional<Long> people =
                    of.outside().places().get().populationOf(row.fields().text("place"));
            people.ifPresent(population -> {
                hits.looked();
                BigDecimal reached = row.fields().number("total").orElseThrow();
                if (reached.compareTo(BigDecimal.valueOf(population)) > 0) {
                    hits.at(
                            "i.eore[" + row.name() + "].total",
                            "place",
                            row.fields().text("place"),
                            "reached",
                            reached,
                            "population",
                            population);
                }
            });
        }
        return hits.verdict();
    }

    private static List<Rows.Row> casualties(Case of) {
        return of.in(Subject.OTHER).group("va").rows("casualties");
    }

    /** J-01: killed and injured are the casualties. */
    static Verdict j01(Case of) {
        Hits hits = new Hits();
        casualties(of).forEach(row -> parts(row, "j.va.casualties", List.of("killed", "injured"), "total", hits));
        return hits.verdict();
    }

    /** J-02: sex and age, not known included, sum to the total. */
    static Verdict j02(Case of) {
        Hits hits = new Hits();
        casualties(of).forEach(row -> parts(row, "j.va.casualties", SEX_AND_AGE, "total", hits));
        of.in(Subject.OTHER)
                .group("va")
                .rows("services")
                .forEach(row -> parts(row, "j.va.services", SEX_AND_AGE, "reached", hits));
        return hits.verdict();
    }

    /** J-03: persons with disabilities among those served (Oslo Action 35, remembered). */
    static Verdict j03(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : of.in(Subject.OTHER).group("va").rows("services")) {
            if (row.fields().entry("reached").isEmpty()) {
                continue;
            }
            hits.looked();
            if (row.fields().entry("disability").isEmpty()) {
                hits.at(
                        "j.va.services[" + row.name() + "].disability",
                        "service",
                        row.fields().text("kind"));
            }
        }
        return hits.verdict();
    }

    /** J-04: kinds of device, and who the persons were, sum to the total. */
    static Verdict j04(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : casualties(of)) {
            parts(
                    row,
                    "j.va.casualties",
                    List.of("apManufactured", "apImprovised", "av", "otherErw", "deviceUnknown"),
                    "total",
                    hits);
            parts(
                    row,
                    "j.va.casualties",
                    List.of("civilian", "securityForce", "deminer", "statusUnknown"),
                    "total",
                    hits);
        }
        return hits.verdict();
    }

    private static List<Rows.Row> help(Report report) {
        return report.section(Subject.OTHER).rows("coop");
    }

    /** J-05: money has its currency, its year, and which way it went. */
    static Verdict j05(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : help(of.report())) {
            if (row.fields().entry("amount").isEmpty()) {
                continue;
            }
            hits.looked();
            List<String> missing = new ArrayList<>();
            if (row.fields().text("currency").isBlank()) {
                missing.add("currency");
            }
            if (row.fields().date("year").isEmpty()) {
                missing.add("year");
            }
            if (row.fields().word("direction").isEmpty()) {
                missing.add("helpDirection");
            }
            if (!missing.isEmpty()) {
                hits.at(
                        "j.coop[" + row.name() + "]",
                        "missing",
                        Labels.of(missing),
                        "amount",
                        row.fields().figure("amount"));
            }
        }
        return hits.verdict();
    }

    /** J-06: help received stands in the giver's report too. */
    static Verdict j06(Case of) {
        List<Rows.Row> received = help(of.report()).stream()
                .filter(row -> row.fields().words("direction").contains("received")
                        && row.fields()
                                .word("partnerState")
                                .filter(code -> code.matches("[A-Z]{3}"))
                                .isPresent())
                .toList();
        if (received.isEmpty()) {
            return notConcerned();
        }
        Optional<ReportArchive> archive = of.outside().otherStates();
        if (archive.isEmpty()) {
            return notChecked("no-other-states");
        }
        Hits hits = new Hits();
        boolean unknown = false;
        for (Rows.Row row : received) {
            StateCode giver = new StateCode(row.fields().word("partnerState").orElseThrow());
            Optional<Report> theirs = XRules.sameYear(archive.get(), giver, of.year());
            if (theirs.isEmpty()) {
                unknown = true;
                continue;
            }
            hits.looked();
            boolean mirrored = help(theirs.get()).stream()
                    .anyMatch(given -> given.fields().words("direction").contains("given")
                            && given.fields()
                                    .words("partnerState")
                                    .equals(of.env()
                                            .state()
                                            .map(state -> List.of(state.iso3()))
                                            .orElse(List.of())));
            if (!mirrored) {
                hits.at(
                        "j.coop[" + row.name() + "]",
                        "state",
                        giver,
                        "amount",
                        row.fields().figure("amount"));
            }
        }
        return unknown && !hits.any() ? notChecked("no-other-states") : hits.verdict();
    }

    /** J-07: somebody was hurt in the year, and the report says nothing of victims. */
    static Verdict j07(Case of) {
        if (of.outside().events().isEmpty()) {
            return notChecked("no-events");
        }
        List<Surroundings.Event> accidents = of.outside().events().get().stream()
                .filter(event -> event.kind().equals("accident") && event.on().getYear() == of.year())
                .toList();
        if (accidents.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (casualties(of).isEmpty() && of.in(Subject.OTHER).text("text").isBlank()) {
            hits.at("j.va.casualties", "count", accidents.size());
        }
        return hits.verdict(true);
    }
}
