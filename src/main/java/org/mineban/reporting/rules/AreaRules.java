package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Case.differ;
import static org.mineban.reporting.rules.Case.half;
import static org.mineban.reporting.rules.Case.positive;
import static org.mineban.reporting.rules.Case.zero;
import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mineban.kernel.Figure;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Severity;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Value;

/** Mined areas: C. Areas are in square metres; the tolerance of balances is told at {@link #tolerance}. */
final class AreaRules {

    private static final BigDecimal ONE_PER_CENT = new BigDecimal("0.01");
    private static final BigDecimal FIVE_PER_CENT = new BigDecimal("0.05");
    private static final BigDecimal TWO_PER_CENT = new BigDecimal("0.02");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SMALLEST_PLAUSIBLE = BigDecimal.valueOf(1_000);
    private static final BigDecimal LARGEST_IN_KM2 = BigDecimal.valueOf(10_000);
    private static final BigDecimal SHARE_OF_COUNTRY = new BigDecimal("0.2");

    private AreaRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("C-01", AreaRules::c01),
                new Check("C-02", AreaRules::c02),
                new Check("C-03", AreaRules::c03),
                new Check("C-04", AreaRules::c04),
                new Check("C-05", AreaRules::c05),
                new Check("C-06", AreaRules::c06),
                new Check("C-07", AreaRules::c07),
                new Check("C-08", AreaRules::c08),
                new Check("C-09", AreaRules::c09),
                new Check("C-10", AreaRules::c10),
                new Check("C-11", AreaRules::c11),
                new Check("C-12", AreaRules::c12),
                new Check("C-13", AreaRules::c13),
                new Check("C-14", AreaRules::c14),
                new Check("C-15", AreaRules::c15),
                new Check("C-16", AreaRules::c16),
                new Check("C-17", AreaRules::c17),
                new Check("C-18", AreaRules::c18),
                new Check("C-19", AreaRules::c19),
                new Check("C-20", AreaRules::c20),
                new Check("C-21", AreaRules::c21),
                new Check("C-22", AreaRules::c22));
    }

    private static Group areas(Case of) {
        return of.in(Subject.AREAS);
    }

    static List<Rows.Row> rows(Case of) {
        return areas(of).rows("row");
    }

    private static String place(Rows.Row row, String field) {
        return "c.row[" + row.name() + "]." + field;
    }

    /** Whether the report tells of any area. */
    static boolean anyArea(Case of) {
        return positive(Case.area(of.report()))
                || rows(of).stream()
                        .anyMatch(row -> positive(row.fields().number("areaM2"))
                                || row.fields().figure("areaM2") instanceof Figure.NotMeasured
                                || row.fields().figure("areaM2") instanceof Figure.Unknown);
    }

    /** C-01: each row has its place, CHA or SHA, and a size, or that it is not known and why (Oslo Action 22, remembered). */
    static Verdict c01(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            hits.looked();
            Group area = row.fields();
            List<String> missing = new ArrayList<>();
            if (area.text("location").isBlank()) {
                missing.add("location");
            }
            if (area.word("status").isEmpty()) {
                missing.add("status");
            }
            Figure size = area.figure("areaM2");
            if (!size.answered() && !(area.entry("areaM2").map(Entry::value).orElse(null) instanceof Value.Unread)) {
                missing.add("area");
            } else if (size instanceof Figure.Unknown
                    && area.text("reasonUnknown").isBlank()) {
                missing.add("reasonUnknown");
            }
            if (!missing.isEmpty()) {
                hits.at("c.row[" + row.name() + "]", "missing", Labels.of(missing), "location", area.text("location"));
            }
        }
        return hits.verdict();
    }

    /** C-02: rows sum to totals, CHA and SHA apart, counts and sizes apart; half a step of the last digit of each is allowed for rounding. */
    static Verdict c02(Case of) {
        Hits hits = new Hits();
        for (String status : List.of("CHA", "SHA")) {
            List<Rows.Row> of1 = rows(of).stream()
                    .filter(row -> row.fields().words("status").contains(status))
                    .toList();
            Group total = areas(of).group("total." + status);
            for (String field : List.of("count", "areaM2")) {
                Optional<BigDecimal> sum = Case.sum(of1, field);
                Optional<BigDecimal> stated = total.number(field);
                if (sum.isEmpty() || stated.isEmpty()) {
                    continue;
                }
                hits.looked();
                BigDecimal allowed = field.equals("count")
                        ? BigDecimal.ZERO
                        : roundedOnly(Case.halves(of1, field).add(half(total.figure(field))), sum.get(), stated.get());
                if (sum.get().subtract(stated.get()).abs().compareTo(allowed) > 0) {
                    hits.at(
                            "c.total." + status + "." + field,
                            "sum",
                            sum.get(),
                            "total",
                            stated.get(),
                            "status",
                            status);
                }
            }
        }
        return hits.verdict();
    }

    /** Whole square metres are exact; only what was published in coarser steps may be off by rounding. */
    private static BigDecimal roundedOnly(BigDecimal halves, BigDecimal sum, BigDecimal stated) {
        boolean fine = sum.stripTrailingZeros().scale() <= 0
                && stated.stripTrailingZeros().scale() <= 0
                && halves.compareTo(BigDecimal.valueOf(100)) < 0;
        return fine ? BigDecimal.ZERO : halves;
    }

    /** C-03: no size without an area, no area without a size. */
    static Verdict c03(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            Optional<BigDecimal> count = row.fields().number("count");
            Optional<BigDecimal> size = row.fields().number("areaM2");
            if (count.isEmpty() || size.isEmpty()) {
                continue;
            }
            hits.looked();
            if (count.get().signum() != size.get().signum()) {
                hits.at(
                        place(row, "count"),
                        "location",
                        row.fields().text("location"),
                        "count",
                        count.get(),
                        "area",
                        size.get());
            }
        }
        return hits.verdict();
    }

    /** The larger of one per cent of the closing figure and the half steps of the last digits published, summed. */
    static BigDecimal tolerance(BigDecimal closing, BigDecimal halves) {
        return closing.abs().multiply(ONE_PER_CENT).max(halves);
    }

    /** C-04: opening, what was added, less what was released, is closing: in total, and by location where release is told by location. */
    static Verdict c04(Case of) {
        Group areas = areas(of);
        Figure stated = areas.group("opening").figure("areaM2");
        Optional<BigDecimal> opening = stated.known().or(() -> of.lastYear().flatMap(Case::area));
        Optional<BigDecimal> closing = Case.area(of.report());
        Hits hits = new Hits();
        if (opening.isPresent() && closing.isPresent()) {
            hits.looked();
            BigDecimal added = Case.sum(areas.rows("added"), "areaM2").orElse(BigDecimal.ZERO);
            Optional<BigDecimal> released = Case.released(areas);
            BigDecimal balance = opening.get().add(added).subtract(released.orElse(BigDecimal.ZERO));
            BigDecimal halves = (stated.answered()
                            ? half(stated)
                            : of.lastYear().map(Case::areaHalves).orElse(BigDecimal.ZERO))
                    .add(Case.areaHalves(of.report()))
                    .add(Case.halves(areas.rows("added"), "areaM2"))
                    .add(releasedHalves(areas.group("released")));
            BigDecimal gap = closing.get().subtract(balance);
            if (gap.abs().compareTo(tolerance(closing.get(), halves)) > 0) {
                hits.at(
                        "c.total",
                        "opening",
                        opening.get(),
                        "added",
                        added,
                        "released",
                        released.<Figure>map(Figure::of).orElse(new Figure.Blank()),
                        "closing",
                        closing.get(),
                        "gap",
                        gap);
            }
        }
        byLocation(of, hits);
        return hits.verdict();
    }

    private static BigDecimal releasedHalves(Group released) {
        return List.of("cancelledM2", "reducedM2", "clearedM2").stream()
                .map(way -> half(released.figure(way)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void byLocation(Case of, Hits hits) {
        Optional<Report> before = of.lastYear();
        if (before.isEmpty()) {
            return;
        }
        Map<String, Case.Location> then = Case.locations(before.get());
        Map<String, Case.Location> now = Case.locations(of.report());
        for (Rows.Row row : areas(of).group("released").rows("row")) {
            String name = Case.bare(row.fields().text("location"));
            Optional<BigDecimal> released = Case.threeWays(row.fields());
            if (!then.containsKey(name) || released.isEmpty()) {
                continue;
            }
            hits.looked();
            Case.Location opening = then.get(name);
            BigDecimal added = areas(of).rows("added").stream()
                    .filter(add -> Case.bare(add.fields().text("location")).equals(name))
                    .flatMap(add -> add.fields().number("areaM2").stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal closing = Optional.ofNullable(now.get(name))
                    .map(Case.Location::areaM2)
                    .orElse(BigDecimal.ZERO);
            BigDecimal gap = closing.subtract(opening.areaM2().add(added).subtract(released.get()));
            if (gap.abs()
                            .compareTo(tolerance(
                                    closing.max(BigDecimal.ONE),
                                    releasedHalves(row.fields()).multiply(BigDecimal.TWO)))
                    > 0) {
                hits.at(
                        "c.released.row[" + row.name() + "]",
                        "opening",
                        opening.areaM2(),
                        "added",
                        added,
                        "released",
                        Figure.of(released.get()),
                        "closing",
                        closing,
                        "gap",
                        gap);
            }
        }
    }

    private static Optional<Report> before(Case of) {
        return rows(of).isEmpty()
                ? Optional.empty()
                : of.previousWith(Subject.AREAS)
                        .filter(report ->
                                !report.section(Subject.AREAS).rows("row").isEmpty());
    }

    /** C-05: an area that was confirmed and is suspected now, or the reverse, is moved with equal sides: not released and found anew. */
    static Verdict c05(Case of) {
        Optional<Report> before = before(of);
        if (before.isEmpty()) {
            return notConcerned();
        }
        Map<String, Case.Location> then = Case.locations(before.get());
        int moved = 0;
        String from = "CHA";
        for (Map.Entry<String, Case.Location> entry :
                Case.locations(of.report()).entrySet()) {
            Case.Location old = then.get(entry.getKey());
            if (old == null) {
                continue;
            }
            Case.Location now = entry.getValue();
            boolean down = old.confirmed() && !old.suspected() && now.suspected() && !now.confirmed();
            boolean up = old.suspected() && !old.confirmed() && now.confirmed() && !now.suspected();
            if (down || up) {
                moved++;
                from = down ? "CHA" : "SHA";
            }
        }
        Hits hits = new Hits();
        if (moved > 0 && areas(of).rows("moved").isEmpty()) {
            hits.at("c.row", "count", moved, "from", from, "to", from.equals("CHA") ? "SHA" : "CHA");
        }
        return hits.verdict(true);
    }

    /** C-06: a location that is gone was released, renamed, split or joined: Zimbabwe's Sheba Forest to Beacon Hill. */
    static Verdict c06(Case of) {
        Optional<Report> before = before(of);
        if (before.isEmpty()) {
            return notConcerned();
        }
        Map<String, Case.Location> now = Case.locations(of.report());
        Set<String> carried = now.values().stream()
                .flatMap(location -> location.before().stream())
                .map(Case::bare)
                .collect(Collectors.toSet());
        Set<String> releasedAt = areas(of).group("released").rows("row").stream()
                .map(row -> Case.bare(row.fields().text("location")))
                .collect(Collectors.toSet());
        Hits hits = new Hits();
        Case.locations(before.get()).forEach((name, location) -> {
            hits.looked();
            boolean there = now.containsKey(name) || carried.contains(name) || releasedAt.contains(name);
            if (!there && (location.areaM2().signum() > 0 || location.count().signum() > 0)) {
                hits.at(
                        "c.row",
                        "location",
                        location.name(),
                        "year",
                        Integer.toString(before.get().env().year().orElse(0)));
            }
        });
        return hits.verdict();
    }

    /** C-07: ten, a hundred or a thousand times last year's size, or a part of it, looks like a slipped digit: Lusulu. */
    static Verdict c07(Case of) {
        Optional<Report> before = before(of);
        if (before.isEmpty()) {
            return notConcerned();
        }
        Map<String, Case.Location> then = Case.locations(before.get());
        Hits hits = new Hits();
        Case.locations(of.report()).forEach((name, now) -> {
            Case.Location old = then.get(name);
            if (old == null || old.areaM2().signum() <= 0 || now.areaM2().signum() <= 0) {
                return;
            }
            hits.looked();
            BigDecimal larger = now.areaM2().max(old.areaM2());
            BigDecimal ratio = larger.divide(now.areaM2().min(old.areaM2()), MathContext.DECIMAL32);
            for (int factor : new int[] {10, 100, 1000}) {
                BigDecimal off = ratio.divide(BigDecimal.valueOf(factor), MathContext.DECIMAL32)
                        .subtract(BigDecimal.ONE)
                        .abs();
                if (off.compareTo(TWO_PER_CENT) <= 0) {
                    hits.at(
                            "c.row",
                            "location",
                            now.name(),
                            "before",
                            old.areaM2(),
                            "now",
                            now.areaM2(),
                            "factor",
                            factor);
                }
            }
        });
        return hits.verdict();
    }

    /** C-08: once completion was declared there are no areas, unless each is marked as found afterwards. */
    static Verdict c08(Case of) {
        Optional<PartialDate> completed = areas(of)
                .date("completedOn")
                .or(() -> of.facts().clearance() == StateFacts.Duty.DONE
                        ? of.facts().clearanceCompleted()
                        : Optional.empty());
        if (completed.isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        boolean before = of.periodEnd()
                .filter(end -> !completed.get().latest().isAfter(end))
                .isPresent();
        for (Rows.Row row : rows(of)) {
            Group area = row.fields();
            boolean after = before
                    || area.date("foundOn")
                            .filter(found ->
                                    !found.latest().isBefore(completed.get().earliest()))
                            .isPresent();
            boolean remains = positive(area.number("areaM2")) || positive(area.number("count"));
            if (after && remains) {
                hits.looked();
                if (!area.flag("afterCompletion")) {
                    hits.at(
                            place(row, "afterCompletion"),
                            "location",
                            area.text("location"),
                            "completed",
                            completed.get());
                }
            }
        }
        return hits.verdict(true);
    }

    /** C-09: Article 5 is open, so areas are listed: Article 7.1 (c). */
    static Verdict c09(Case of) {
        if (!of.clearanceOpen() || of.mark(Subject.AREAS).orElse(null) instanceof Mark.Unchanged) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (!anyArea(of)) {
            if (of.extract()) {
                return notChecked("extract");
            }
            hits.at("c.row");
        }
        return hits.verdict(true);
    }

    /** C-10: an area is not larger than its district, nor all together a great part of the country. */
    static Verdict c10(Case of) {
        if (rows(of).isEmpty()) {
            return notConcerned();
        }
        Optional<Surroundings.Places> places = of.outside().places();
        if (places.isEmpty()) {
            return notChecked("no-places");
        }
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            String unit = unit(row);
            Optional<BigDecimal> size = row.fields().number("areaM2");
            Optional<BigDecimal> district = places.get().areaOf(unit);
            if (size.isEmpty() || district.isEmpty()) {
                continue;
            }
            hits.looked();
            if (size.get().compareTo(district.get()) > 0) {
                hits.at(place(row, "areaM2"), "area", size.get(), "limit", district.get(), "of", unit);
            }
        }
        Optional<BigDecimal> total = Case.area(of.report());
        Optional<BigDecimal> country = places.get().country();
        if (total.isPresent() && country.isPresent()) {
            hits.looked();
            BigDecimal limit = country.get().multiply(SHARE_OF_COUNTRY);
            if (total.get().compareTo(limit) > 0) {
                hits.at(
                        "c.total",
                        "area",
                        total.get(),
                        "limit",
                        limit,
                        "of",
                        of.facts().name());
            }
        }
        return hits.verdict();
    }

    private static String unit(Rows.Row row) {
        String unit = row.fields().text("unit");
        return unit.isBlank() ? row.fields().text("location") : unit;
    }

    private static boolean inKm2(Group area) {
        return area.entry("areaM2")
                .map(entry -> entry.written().toLowerCase(Locale.ROOT))
                .filter(written -> written.contains("km")
                        || written.contains("км")
                        || written.contains("كم")
                        || written.contains("公里"))
                .isPresent();
    }

    /** C-11: square kilometres in a column of square metres, or the reverse. */
    static Verdict c11(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            Optional<BigDecimal> size = row.fields().number("areaM2");
            if (size.isEmpty() || size.get().signum() <= 0) {
                continue;
            }
            hits.looked();
            boolean km2 = inKm2(row.fields());
            BigDecimal written = km2 ? size.get().divide(MILLION, MathContext.DECIMAL64) : size.get();
            boolean slip = km2
                    ? written.compareTo(LARGEST_IN_KM2) > 0
                    : size.get().stripTrailingZeros().scale() > 0 || size.get().compareTo(SMALLEST_PLAUSIBLE) < 0;
            if (slip) {
                hits.at(
                        place(row, "areaM2"),
                        "value",
                        written,
                        "unit",
                        km2 ? "km²" : "m²",
                        "location",
                        row.fields().text("location"));
            }
        }
        return hits.verdict();
    }

    /** C-12: types, numbers and dates of emplacement "to the extent possible", Article 7.1 (c): given, or marked unknown. */
    static Verdict c12(Case of) {
        if (rows(of).isEmpty()) {
            return notConcerned();
        }
        long without = rows(of).stream()
                .map(Rows.Row::fields)
                .filter(area -> area.entry("type").isEmpty()
                        || area.entry("qty").isEmpty()
                        || area.entry("emplacedOn").isEmpty())
                .count();
        Hits hits = new Hits();
        if (without > 0) {
            hits.at("c.row", "count", without);
        }
        return hits.verdict(true);
    }

    /**
     * C-13: nothing is emplaced after the period. Emplacement after entry into force would touch Article 1: it goes to a person of the State, never to the
     * public by itself.
     */
    static Verdict c13(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            Optional<PartialDate> emplaced = row.fields().date("emplacedOn");
            if (emplaced.isEmpty()) {
                continue;
            }
            hits.looked();
            boolean impossible = of.periodEnd()
                    .filter(end -> emplaced.get().earliest().isAfter(end))
                    .isPresent();
            boolean bound = of.facts()
                    .entryIntoForce()
                    .filter(day -> emplaced.get().earliest().isAfter(day))
                    .isPresent();
            if (impossible || bound) {
                hits.at(
                        impossible ? Severity.ERROR : Severity.QUESTION,
                        place(row, "emplacedOn"),
                        "location",
                        row.fields().text("location"),
                        "date",
                        emplaced.get(),
                        "case",
                        impossible ? "impossible" : "bound");
            }
        }
        return hits.verdict();
    }

    /** C-14: kinds of contamination apart, improvised mines among them; what is not measured is listed (Oslo Actions 21 and 22, remembered). */
    static Verdict c14(Case of) {
        Hits hits = new Hits();
        long without = rows(of).stream()
                .filter(row -> row.fields().words("contamination").isEmpty())
                .count();
        if (!of.extract() && without > 0) {
            hits.at("c.row", "count", without, "case", "kind", "text", "");
        }
        String unmeasured = areas(of).text("unmeasured");
        boolean listed = rows(of).stream().anyMatch(row -> row.fields().figure("areaM2") instanceof Figure.NotMeasured);
        if (!unmeasured.isBlank() && !listed) {
            hits.at("c.row", "count", 1, "case", "unmeasured", "text", unmeasured);
        }
        return !hits.any() && of.extract() && !rows(of).isEmpty()
                ? notChecked("extract")
                : hits.verdict(!rows(of).isEmpty());
    }

    /** C-15: areas with other explosive remnants are kept out of the figures, or named in them: Tajikistan 2014. */
    static Verdict c15(Case of) {
        if (!anyArea(of)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (areas(of).word("erw").isEmpty()) {
            hits.at("c.erw");
        }
        return hits.verdict(true);
    }

    private static boolean tellsOfControl(Report report) {
        Group areas = report.section(Subject.AREAS);
        return !areas.text("outsideControl").isBlank()
                || areas.rows("row").stream()
                        .anyMatch(row -> row.fields()
                                .word("control")
                                .filter(control -> !control.equals("state"))
                                .isPresent());
    }

    /** C-16: areas outside the State's control, and military areas, have a line of their own, the same way every year: Croatia, Cyprus. */
    static Verdict c16(Case of) {
        boolean before =
                of.previousWith(Subject.AREAS).filter(AreaRules::tellsOfControl).isPresent();
        if (!before && !of.outsideControl()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (!tellsOfControl(of.report())) {
            hits.at("c.outsideControl");
        }
        return hits.verdict(true);
    }

    /** C-17: the outline of an area is as large as its stated size, five per cent allowed. */
    static Verdict c17(Case of) {
        Hits hits = new Hits();
        boolean unknown = false;
        for (Rows.Row row : rows(of)) {
            Optional<Entry> outline = row.fields().entry("polygon");
            Optional<BigDecimal> size = row.fields().number("areaM2");
            if (outline.isEmpty() || size.isEmpty() || !(outline.get().value() instanceof Value.Attachment file)) {
                continue;
            }
            Optional<BigDecimal> drawn = of.outside().places().flatMap(places -> places.areaOfOutline(file.sha256()));
            if (drawn.isEmpty()) {
                unknown = true;
                continue;
            }
            hits.looked();
            if (drawn.get().subtract(size.get()).abs().compareTo(size.get().multiply(FIVE_PER_CENT)) > 0) {
                hits.at(
                        place(row, "areaM2"),
                        "location",
                        row.fields().text("location"),
                        "stated",
                        size.get(),
                        "drawn",
                        drawn.get().setScale(0, RoundingMode.HALF_UP));
            }
        }
        return unknown && !hits.any() ? notChecked("no-places") : hits.verdict();
    }

    /** C-18: coordinates are on the earth, and in the unit that is named. */
    static Verdict c18(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : rows(of)) {
            Optional<BigDecimal> latitude = row.fields().number("latitude");
            Optional<BigDecimal> longitude = row.fields().number("longitude");
            if (latitude.isEmpty() || longitude.isEmpty()) {
                continue;
            }
            hits.looked();
            boolean valid = latitude.get().abs().compareTo(BigDecimal.valueOf(90)) <= 0
                    && longitude.get().abs().compareTo(BigDecimal.valueOf(180)) <= 0;
            boolean outside = valid
                    && of.outside()
                            .places()
                            .flatMap(places -> places.inside(unit(row), latitude.get(), longitude.get()))
                            .filter(inside -> !inside)
                            .isPresent();
            if (!valid || outside) {
                hits.at(
                        place(row, "latitude"),
                        "latitude",
                        latitude.get().toPlainString(),
                        "longitude",
                        longitude.get().toPlainString(),
                        "unit",
                        unit(row),
                        "case",
                        valid ? "outside" : "invalid");
            }
        }
        return hits.verdict();
    }

    /** C-19: areas remain after the deadline of Article 5, extensions included. */
    static Verdict c19(Case of) {
        Optional<LocalDate> deadline = of.facts().clearanceDeadline();
        if (deadline.isEmpty() || of.periodEnd().isEmpty() || !anyArea(of)) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (deadline.get().isBefore(of.periodEnd().get()) && of.facts().clearance() != StateFacts.Duty.DONE) {
            hits.at("c.total", "deadline", deadline.get());
        }
        return hits.verdict(true);
    }

    /** C-20: as many regions as the text says are in the table: Thailand 2014, 17 against 16. */
    static Verdict c20(Case of) {
        Optional<BigDecimal> said = areas(of).number("regions");
        if (said.isEmpty() || rows(of).isEmpty()) {
            return notConcerned();
        }
        long listed = Case.locations(of.report()).values().stream()
                .filter(location ->
                        location.areaM2().signum() > 0 || location.count().signum() > 0)
                .count();
        Hits hits = new Hits();
        if (differ(said.get(), BigDecimal.valueOf(listed))) {
            hits.at("c.regions", "said", said.get(), "listed", listed);
        }
        return hits.verdict(true);
    }

    /** C-21: the size grows while the number of areas falls, or the reverse: Sa Kaeo 2015. */
    static Verdict c21(Case of) {
        Optional<Report> before = before(of);
        if (before.isEmpty()) {
            return notConcerned();
        }
        Map<String, Case.Location> then = Case.locations(before.get());
        Hits hits = new Hits();
        Case.locations(of.report()).forEach((name, now) -> {
            Case.Location old = then.get(name);
            if (old == null || !old.countKnown() || !now.countKnown()) {
                return;
            }
            hits.looked();
            int size = now.areaM2().compareTo(old.areaM2());
            int count = now.count().compareTo(old.count());
            if (size * count < 0) {
                hits.at(
                        "c.row",
                        "location",
                        now.name(),
                        "before",
                        old.areaM2(),
                        "now",
                        now.areaM2(),
                        "countBefore",
                        old.count(),
                        "countNow",
                        now.count());
            }
        });
        return hits.verdict();
    }

    static boolean wholeMillions(Group area) {
        return area.figure("areaM2")
                        instanceof Figure.Amount(BigDecimal value, BigDecimal step, Figure.Exactness exactness)
                && exactness == Figure.Exactness.EXACT
                && value.signum() > 0
                && zero(Optional.of(value.remainder(MILLION)))
                && !inKm2(area)
                && !area.flag("estimated");
    }

    /** C-22: whole millions of square metres are estimates, and say so: Zimbabwe 2014. */
    static Verdict c22(Case of) {
        if (rows(of).isEmpty()) {
            return notConcerned();
        }
        List<Rows.Row> round =
                rows(of).stream().filter(row -> wholeMillions(row.fields())).toList();
        Hits hits = new Hits();
        if (!round.isEmpty()) {
            hits.at(
                    "c.row",
                    "count",
                    round.size(),
                    "locations",
                    round.stream().map(row -> row.fields().text("location")).collect(Collectors.joining(", ")));
        }
        return hits.verdict(true);
    }
}
