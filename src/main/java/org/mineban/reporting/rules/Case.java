package org.mineban.reporting.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Figure;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Envelope;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Rows;
import org.mineban.reporting.StateFacts;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Totals;

/**
 * A report and all that a rule may look at beside it.
 *
 * @param report the one that is checked
 * @param env its title page
 * @param facts what the record says of the State
 * @param on the day of the check
 * @param earlier reports of the State for earlier periods, oldest first
 * @param sameYear other reports of the State for the same year
 * @param outside figures and files from elsewhere
 * @param located every field with content, looked up once for all rules that go through them
 * @param outsideControl whether the record knows of areas outside the State's control or of military areas
 */
public record Case(
        Report report,
        Envelope env,
        StateFacts facts,
        LocalDate on,
        List<Report> earlier,
        List<Report> sameYear,
        Surroundings outside,
        boolean outsideControl,
        Dictionary dictionary,
        Editions editions,
        Ordnance ordnance,
        List<Located> located) {

    /** A field's content, its place, and the field of the dictionary that stands there. */
    public record Located(FieldPath place, Entry entry, Optional<Field> field) {}

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public Case {
        earlier = List.copyOf(earlier);
        sameYear = List.copyOf(sameYear);
        located = List.copyOf(located);
    }

    Group in(Subject subject) {
        return report.section(subject);
    }

    boolean tells(Subject subject) {
        return report.tells(subject);
    }

    /** Whether only parts of the report were seen: what is absent is not known, not empty. */
    boolean extract() {
        return report.envelope().flag("extract");
    }

    Optional<Mark> mark(Subject subject) {
        return report.mark(subject);
    }

    boolean kind(ReportKind kind) {
        return env.kind().filter(kind::equals).isPresent();
    }

    int year() {
        return env.year().orElse(0);
    }

    Optional<LocalDate> periodEnd() {
        return env.lastDay();
    }

    Optional<LocalDate> periodStart() {
        return env.from().map(PartialDate::earliest);
    }

    /** Whether the day may lie in the period. */
    boolean mayLieInPeriod(PartialDate date) {
        return periodStart().filter(start -> date.latest().isBefore(start)).isEmpty()
                && periodEnd().filter(end -> date.earliest().isAfter(end)).isEmpty();
    }

    /** The last earlier report. */
    Optional<Report> previous() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    /** The report of the year before. */
    Optional<Report> lastYear() {
        return previous().filter(report -> report.env().year().orElse(0) == year() - 1);
    }

    /** The last earlier report that tells that subject. */
    Optional<Report> previousWith(Subject subject) {
        return earlier.reversed().stream()
                .filter(report -> report.tells(subject))
                .findFirst();
    }

    boolean stockOpen() {
        return facts.stockpile() == StateFacts.Duty.OPEN;
    }

    boolean clearanceOpen() {
        return facts.clearance() == StateFacts.Duty.OPEN;
    }

    /** The sum of one column, when every row that has the field tells a number; empty when a row does not, or no row has it. */
    static Optional<BigDecimal> sum(List<Rows.Row> rows, String field) {
        return Totals.sum(rows, field);
    }

    /** Half a step of the last digit published; zero for what is no number. */
    static BigDecimal half(Figure figure) {
        return figure instanceof Figure.Amount(BigDecimal value, BigDecimal resolution, Figure.Exactness exactness)
                ? resolution.multiply(HALF)
                : BigDecimal.ZERO;
    }

    static BigDecimal halves(List<Rows.Row> rows, String field) {
        return rows.stream().map(row -> half(row.fields().figure(field))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A number that a field has, or zero where the field is not there; empty where it is there and tells no number. */
    static Optional<BigDecimal> orZero(Group group, String field) {
        return group.entry(field).isEmpty() ? Optional.of(BigDecimal.ZERO) : group.number(field);
    }

    static boolean positive(Optional<BigDecimal> number) {
        return number.filter(value -> value.signum() > 0).isPresent();
    }

    static boolean zero(Optional<BigDecimal> number) {
        return number.filter(value -> value.signum() == 0).isPresent();
    }

    static boolean differ(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }

    /** The stock of a report: its total, else the sum of its rows, else zero when it says that there is none. */
    static Optional<BigDecimal> stock(Report report) {
        return Totals.stock(report);
    }

    /** The mines retained in a report: its total, else the sum of its rows, else zero when it says that there are none. */
    static Optional<BigDecimal> retained(Report report) {
        return Totals.retained(report);
    }

    /** The mined area of a report in square metres: CHA and SHA totals, else the sum of its rows. */
    static Optional<BigDecimal> area(Report report) {
        return Totals.area(report);
    }

    /** Half steps of what {@link #area} adds up. */
    static BigDecimal areaHalves(Report report) {
        Group total = report.section(Subject.AREAS).group("total");
        BigDecimal halves = half(total.group("CHA").figure("areaM2"))
                .add(half(total.group("SHA").figure("areaM2")));
        return halves.signum() > 0
                ? halves
                : Case.halves(report.section(Subject.AREAS).rows("row"), "areaM2");
    }

    /** Released in the period, in square metres: the total, else the sum of the three ways; empty when none is told. */
    static Optional<BigDecimal> released(Group areas) {
        Group released = areas.group("released");
        return threeWays(released).or(() -> released.number("totalM2"));
    }

    /** The sum of cancelled, reduced and cleared, of those that are told. */
    static Optional<BigDecimal> threeWays(Group released) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (String way : List.of("cancelledM2", "reducedM2", "clearedM2")) {
            Optional<BigDecimal> number = released.number(way);
            if (number.isPresent()) {
                sum = sum.add(number.get());
                any = true;
            }
        }
        return any ? Optional.of(sum) : Optional.empty();
    }

    /** Mines destroyed in mined areas: the total, else the sum of the rows that count as anti-personnel mines. */
    static Optional<BigDecimal> destroyedInAreas(Report report) {
        Group destroyed = report.section(Subject.DESTROYED);
        return destroyed.group("total").number("area").or(() -> sum(destroyed.rows("area"), "qty"));
    }

    /** Stock destroyed in the period, as far as told. */
    static Optional<BigDecimal> stockDestroyed(Report report) {
        Group destroyed = report.section(Subject.DESTROYED);
        return destroyed
                .number("stockYear")
                .or(() -> destroyed.word("basis").filter("year-only"::equals).isPresent()
                        ? destroyed.group("total").number("stock").or(() -> sum(destroyed.rows("stock"), "qty"))
                        : Optional.empty());
    }

    /** Places as they are compared: letters and digits only. */
    static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** What a report says of one location, CHA and SHA together. */
    record Location(
            String name,
            BigDecimal areaM2,
            BigDecimal count,
            boolean countKnown,
            boolean confirmed,
            boolean suspected,
            List<String> before) {}

    /** The locations of a report with a known size, by their bare names. */
    static Map<String, Location> locations(Report report) {
        Map<String, Location> found = new LinkedHashMap<>();
        for (Rows.Row row : report.section(Subject.AREAS).rows("row")) {
            Group fields = row.fields();
            String name = fields.text("location");
            if (name.isBlank()) {
                continue;
            }
            BigDecimal area = fields.number("areaM2").orElse(BigDecimal.ZERO);
            boolean any = area.signum() > 0 || positive(fields.number("count"));
            boolean confirmed =
                    any && fields.word("status").filter("CHA"::equals).isPresent();
            boolean suspected =
                    any && fields.word("status").filter("SHA"::equals).isPresent();
            Location here = new Location(
                    name,
                    area,
                    fields.number("count").orElse(BigDecimal.ZERO),
                    fields.number("count").isPresent(),
                    confirmed,
                    suspected,
                    fields.words("previousName"));
            found.merge(bare(name), here, Case::join);
        }
        return found;
    }

    private static Location join(Location one, Location other) {
        List<String> before = new ArrayList<>(one.before());
        before.addAll(other.before());
        return new Location(
                one.name(),
                one.areaM2().add(other.areaM2()),
                one.count().add(other.count()),
                one.countKnown() && other.countKnown(),
                one.confirmed() || other.confirmed(),
                one.suspected() || other.suspected(),
                before);
    }

    /** The types of a row. */
    static List<String> types(Rows.Row row) {
        return row.fields().words("type");
    }
}
