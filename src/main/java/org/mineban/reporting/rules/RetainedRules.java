package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Case.zero;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportArchive;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Severity;
import org.mineban.reporting.Subject;

/** Retained and transferred mines: D. */
final class RetainedRules {

    /** Above this many, the minimum number absolutely necessary is asked about; ours, after Algeria's 15,030. */
    private static final BigDecimal MANY = BigDecimal.valueOf(10_000);

    private static final int EDITION_OF_PLANS = 2005;
    private static final int REPORTS_WITHOUT_USE = 3;

    /** Purposes that Article 3 does not name. */
    private static final Pattern ANOTHER_PURPOSE = Pattern.compile(
            "museum|exhibit|display|souvenir|memorial|combat|defen[cs]e of|musée|exposition|museo|exposici|музе|выстав|博物馆|展览|متحف|معرض",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private RetainedRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("D-01", RetainedRules::d01),
                new Check("D-02", RetainedRules::d02),
                new Check("D-03", RetainedRules::d03),
                new Check("D-04", RetainedRules::d04),
                new Check("D-05", RetainedRules::d05),
                new Check("D-06", RetainedRules::d06),
                new Check("D-07", RetainedRules::d07),
                new Check("D-08", RetainedRules::d08),
                new Check("D-09", RetainedRules::d09),
                new Check("D-10", RetainedRules::d10),
                new Check("D-11", RetainedRules::d11),
                new Check("D-12", RetainedRules::d12),
                new Check("D-13", RetainedRules::d13),
                new Check("D-14", RetainedRules::d14),
                new Check("D-15", RetainedRules::d15),
                new Check("D-16", RetainedRules::d16),
                new Check("D-17", RetainedRules::d17),
                new Check("D-18", RetainedRules::d18));
    }

    private static Group kept(Case of) {
        return of.in(Subject.RETAINED);
    }

    private static List<Rows.Row> rows(Case of) {
        return kept(of).rows("ret");
    }

    private static Optional<BigDecimal> total(Case of) {
        return Case.retained(of.report());
    }

    private static Optional<BigDecimal> before(Case of) {
        return of.previousWith(Subject.RETAINED).flatMap(Case::retained);
    }

    /** D-01: the rows sum to the total. */
    static Verdict d01(Case of) {
        return StockpileRules.rowsSum(rows(of), "qty", kept(of).number("total"), "d.total");
    }

    /** D-02: one type in each row with its own quantity: Cambodia's reports lump eleven. */
    static Verdict d02(Case of) {
        return StockpileRules.oneType(rows(of), "d.ret");
    }

    /**
     * D-03: what was there and came, less what was used, destroyed and transferred, is what is there. Where the movement is told and does not sum, that is an
     * error; where a change since the last report is not told at all, it is asked about.
     */
    static Verdict d03(Case of) {
        Hits hits = new Hits();
        List<Rows.Row> moves = kept(of).rows("move");
        for (Rows.Row row : moves) {
            StockpileRules.balance(row, "d.move", List.of("added"), List.of("used", "destroyed", "transferred"), hits);
        }
        if (moves.isEmpty() && before(of).isPresent() && of.tells(Subject.RETAINED)) {
            BigDecimal opening = before(of).get();
            Optional<BigDecimal> closing = total(of);
            BigDecimal used = Case.sum(kept(of).rows("use"), "qty").orElse(BigDecimal.ZERO);
            BigDecimal sent = Case.sum(kept(of).rows("trn"), "qty").orElse(BigDecimal.ZERO);
            BigDecimal balance = opening.subtract(used).subtract(sent);
            hits.looked();
            boolean unchanged = closing.isPresent() && !differ(closing.get(), opening) && used.signum() == 0;
            if (closing.isEmpty() || (!unchanged && differ(balance, closing.get()))) {
                hits.at(
                        Severity.QUESTION,
                        "d.total",
                        "balance",
                        opening,
                        "closing",
                        closing.<Figure>map(Figure::of).orElse(new Figure.Blank()),
                        "gap",
                        closing.<Figure>map(now -> Figure.of(now.subtract(opening)))
                                .orElse(new Figure.Blank()));
            }
        }
        return hits.verdict();
    }

    /** D-04: an increase says where the mines come from: clearance, another State, the stock. */
    static Verdict d04(Case of) {
        if (before(of).isEmpty() || total(of).isEmpty()) {
            return notConcerned();
        }
        boolean told = kept(of).rows("move").stream()
                .anyMatch(row -> row.fields().word("addedFrom").isPresent());
        Hits hits = new Hits();
        if (total(of).get().compareTo(before(of).get()) > 0 && !told) {
            hits.at("d.total", "before", before(of).get(), "now", total(of).get());
        }
        return hits.verdict(true);
    }

    private static boolean used(Group kept) {
        return kept.rows("use").stream().anyMatch(row -> positive(row.fields().number("qty")))
                || kept.rows("move").stream()
                        .anyMatch(row -> positive(row.fields().number("used")));
    }

    /** D-05: the same number in three reports and none used: is it the minimum of Article 3? */
    static Verdict d05(Case of) {
        Optional<BigDecimal> now = total(of);
        if (!positive(now)) {
            return notConcerned();
        }
        List<BigDecimal> totals = new ArrayList<>();
        for (Report report : of.earlier().reversed()) {
            Case.retained(report).ifPresent(totals::add);
        }
        boolean three = totals.size() >= REPORTS_WITHOUT_USE - 1
                && totals.subList(0, REPORTS_WITHOUT_USE - 1).stream().noneMatch(then -> differ(then, now.get()));
        Optional<BigDecimal> first = kept(of).number("firstDeclared");
        boolean sinceStart = first.isPresent()
                && !differ(first.get(), now.get())
                && of.facts()
                        .entryIntoForce()
                        .filter(day -> of.year() - day.getYear() >= REPORTS_WITHOUT_USE)
                        .isPresent();
        boolean anyUse = used(kept(of))
                || of.earlier().reversed().stream()
                        .limit(REPORTS_WITHOUT_USE - 1L)
                        .anyMatch(report -> used(report.section(Subject.RETAINED)));
        Hits hits = new Hits();
        if ((three || sinceStart) && !anyUse) {
            hits.at("d.total", "total", now.get());
        }
        return hits.verdict(true);
    }

    /** D-06: each row names the institution that is authorized, Article 7.1 (d). */
    static Verdict d06(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            hits.looked();
            if (row.fields().text("institution").isBlank()) {
                hits.at("d.ret[" + row.name() + "].institution", "type", String.join(", ", Case.types(row)));
            }
        }
        return hits.verdict();
    }

    /** D-07: Article 3 names development of, and training in, detection, clearance and destruction; a museum is none of them. */
    static Verdict d07(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            purpose(row, "purpose", "d.ret", hits);
        }
        for (Rows.Row row : kept(of).rows("use")) {
            purpose(row, "objective", "d.use", hits);
        }
        return hits.verdict();
    }

    private static void purpose(Rows.Row row, String field, String list, Hits hits) {
        String text = row.fields().text(field);
        if (text.isBlank()) {
            return;
        }
        hits.looked();
        if (ANOTHER_PURPOSE.matcher(text).find()) {
            hits.at(list + "[" + row.name() + "]." + field, "purpose", text);
        }
    }

    /** D-08: what was used in the year, how many, what for, with what result. */
    static Verdict d08(Case of) {
        boolean fewer = before(of).isPresent()
                && total(of).filter(now -> now.compareTo(before(of).get()) < 0).isPresent();
        boolean moved = kept(of).rows("move").stream()
                .anyMatch(row -> positive(row.fields().number("used")));
        boolean told = kept(of).rows("use").stream()
                .anyMatch(row -> !row.fields().text("objective").isBlank()
                        || !row.fields().text("activity").isBlank());
        boolean destroyed = kept(of).rows("move").stream()
                .anyMatch(row -> positive(row.fields().number("destroyed"))
                        || positive(row.fields().number("transferred")));
        Hits hits = new Hits();
        if (!told && (moved || (fewer && !destroyed))) {
            hits.at(
                    "d.use",
                    "count",
                    fewer
                            ? before(of).get().subtract(total(of).get())
                            : Case.sum(kept(of).rows("move"), "used").orElse(BigDecimal.ONE));
        }
        return hits.verdict(fewer || moved || !kept(of).rows("use").isEmpty());
    }

    /** D-09: plans for the coming use, a voluntary part of the form since 2005. */
    static Verdict d09(Case of) {
        if (!positive(total(of)) || of.year() < EDITION_OF_PLANS - 1) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (kept(of).text("plans").isBlank()) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("d.plans", "total", total(of).get());
        }
        return hits.verdict(true);
    }

    /** D-10: a transfer stands in the other State's report too. */
    static Verdict d10(Case of) {
        List<Rows.Row> transfers = kept(of).rows("trn").stream()
                .filter(row -> row.fields()
                        .word("state")
                        .filter(code -> code.matches("[A-Z]{3}"))
                        .isPresent())
                .toList();
        if (transfers.isEmpty()) {
            return notConcerned();
        }
        Optional<ReportArchive> archive = of.outside().otherStates();
        if (archive.isEmpty()) {
            return notChecked("no-other-states");
        }
        Hits hits = new Hits();
        boolean unknown = false;
        for (Rows.Row row : transfers) {
            StateCode other = new StateCode(row.fields().word("state").orElseThrow());
            Optional<Report> theirs = XRules.sameYear(archive.get(), other, of.year());
            if (theirs.isEmpty()) {
                unknown = true;
                continue;
            }
            hits.looked();
            String way = row.fields().word("direction").orElse("to").equals("to") ? "from" : "to";
            boolean mirrored = theirs.get().section(Subject.RETAINED).rows("trn").stream()
                    .anyMatch(mirror -> mirror.fields()
                                    .words("state")
                                    .equals(of.env()
                                            .state()
                                            .map(state -> List.of(state.iso3()))
                                            .orElse(List.of()))
                            && mirror.fields().word("direction").orElse(way).equals(way)
                            && mirror.fields().number("qty").equals(row.fields().number("qty")));
            if (!mirrored) {
                hits.at(
                        "d.trn[" + row.name() + "]",
                        "state",
                        other,
                        "qty",
                        row.fields().figure("qty"));
            }
        }
        return unknown && !hits.any() ? notChecked("no-other-states") : hits.verdict();
    }

    /** D-11: transfer for destruction (Article 3.2) is a table of its own, so each transfer says what for. */
    static Verdict d11(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : kept(of).rows("trn")) {
            hits.looked();
            if (row.fields().word("purpose").isEmpty()) {
                hits.at("d.trn[" + row.name() + "].purpose", "qty", row.fields().figure("qty"));
            }
        }
        return hits.verdict();
    }

    /** D-12: the number is that of the end of the period. */
    static Verdict d12(Case of) {
        var asOf = kept(of).date("asOf");
        if (asOf.isEmpty() || of.periodEnd().isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        boolean end = !asOf.get().earliest().isAfter(of.periodEnd().get())
                && !asOf.get().latest().isBefore(of.periodEnd().get());
        if (!end) {
            hits.at("d.asOf", "date", asOf.get(), "end", of.periodEnd().get());
        }
        return hits.verdict(true);
    }

    /** D-13: no figures under a mark that says there are none. */
    static Verdict d13(Case of) {
        Mark mark = of.mark(Subject.RETAINED).orElse(null);
        if (!(mark instanceof Mark.Nil) && !(mark instanceof Mark.NotApplicable)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        Optional<BigDecimal> figures = kept(of).number("total").or(() -> Case.sum(rows(of), "qty"));
        if (positive(figures)) {
            hits.at("d.total", "total", figures.get(), "mark", mark);
        }
        return hits.verdict(true);
    }

    /** D-14: none were kept, now some are. */
    static Verdict d14(Case of) {
        if (!zero(before(of)) || total(of).isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (positive(total(of))) {
            hits.at("d.total", "total", total(of).get());
        }
        return hits.verdict(true);
    }

    /** D-15: items that cannot function are told apart from mines that can: Australia 2011, 100 of 6,788. */
    static Verdict d15(Case of) {
        Optional<BigDecimal> live = kept(of).number("live");
        if (live.isEmpty() || total(of).isEmpty()) {
            return notConcerned();
        }
        boolean apart =
                rows(of).stream().anyMatch(row -> row.fields().words("mode").contains("unable"));
        Hits hits = new Hits();
        if (live.get().compareTo(total(of).get()) < 0 && !apart) {
            hits.at("d.live", "live", live.get(), "total", total(of).get());
        }
        return hits.verdict(true);
    }

    /** D-16: directional charges and other command-fired types are anti-personnel mines only when a victim sets them off. */
    static Verdict d16(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            List<String> command = Case.types(row).stream()
                    .filter(type -> of.ordnance()
                            .find(type)
                            .filter(known -> !known.kind().equals("ap"))
                            .isPresent())
                    .toList();
            if (command.isEmpty()) {
                continue;
            }
            hits.looked();
            if (row.fields().word("mode").isEmpty()) {
                hits.at("d.ret[" + row.name() + "].mode", "types", String.join(", ", command));
            }
        }
        return hits.verdict();
    }

    /** D-17: more than first declared, or very many: how does it meet "the minimum number absolutely necessary"? */
    static Verdict d17(Case of) {
        Optional<BigDecimal> now = total(of).or(() -> kept(of).number("intended"));
        if (now.isEmpty()) {
            return notConcerned();
        }
        Optional<BigDecimal> first = kept(of).number("firstDeclared")
                .or(() -> of.facts().retainedFirst().map(BigDecimal::valueOf));
        boolean above =
                first.filter(declared -> now.get().compareTo(declared) > 0).isPresent();
        Hits hits = new Hits();
        if (above || now.get().compareTo(MANY) > 0) {
            hits.at(
                    "d.total",
                    "total",
                    now.get(),
                    "first",
                    first.<Figure>map(Figure::of).orElse(new Figure.Unknown()));
        }
        return hits.verdict(true);
    }

    /** D-18: an institution of the last report is there, or its absence is told. */
    static Verdict d18(Case of) {
        Optional<Report> before = of.previousWith(Subject.RETAINED)
                .filter(report -> !report.section(Subject.RETAINED).rows("ret").isEmpty());
        if (before.isEmpty() || rows(of).isEmpty()) {
            return notConcerned();
        }
        Set<String> now = rows(of).stream()
                .map(row -> Case.bare(row.fields().text("institution")))
                .collect(Collectors.toSet());
        Set<String> asked = new java.util.HashSet<>();
        Hits hits = new Hits();
        for (Rows.Row row : before.get().section(Subject.RETAINED).rows("ret")) {
            String name = row.fields().text("institution");
            hits.looked();
            if (!name.isBlank() && !now.contains(Case.bare(name)) && asked.add(Case.bare(name))) {
                hits.at("d.ret", "institution", name);
            }
        }
        return hits.verdict();
    }
}
