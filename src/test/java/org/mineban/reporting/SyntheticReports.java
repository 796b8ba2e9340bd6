package org.mineban.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;

/**
 * Full reports of fictitious States, year after year, from a seed: 200 areas, 30 types in stock and retained, every section filled, balances exact. The same
 * seed gives the same reports.
 */
public final class SyntheticReports {

    private static final int AREAS = 200;
    private static final int TYPES = 30;

    private final Random random;
    private final String state;
    private final long[] areas = new long[AREAS];
    private final long[] stock = new long[TYPES];
    private final long[] retained = new long[TYPES];
    private long runningStock;
    private long runningArea;
    private long runningCleared;

    private SyntheticReports(String state, long seed) {
        this.state = state;
        this.random = new Random(seed);
        for (int i = 0; i < AREAS; i++) {
            areas[i] = 200_003L + random.nextInt(900_000);
        }
        for (int i = 0; i < TYPES; i++) {
            stock[i] = 40_001L + random.nextInt(50_000);
            retained[i] = 101L + random.nextInt(100);
        }
    }

    /** The reports of one State for those years, earliest first. */
    public static List<Report> of(String state, long seed, int firstYear, int years) {
        SyntheticReports maker = new SyntheticReports(state, seed);
        List<Report> reports = new ArrayList<>();
        for (int year = firstYear; year < firstYear + years; year++) {
            reports.add(maker.next(year));
        }
        return reports;
    }

    private static final class Part {
        private final TreeMap<String, Node> fields = new TreeMap<>();

        private Part put(String name, Value value) {
            fields.put(name, Entry.of(value));
            return this;
        }

        private Part text(String name, String text) {
            return put(name, Value.Text.of(Language.ENGLISH, text));
        }

        private Part words(String name, String... words) {
            return put(name, Value.Words.of(words));
        }

        private Part number(String name, long number) {
            return put(name, new Value.Quantity(Figure.of(number)));
        }

        private Part date(String name, String date) {
            return put(name, new Value.Date(PartialDate.find(date).orElseThrow()));
        }

        private Part flag(String name) {
            return put(name, new Value.Flag(true));
        }

        private Part rows(String name, List<Part> rows) {
            List<Rows.Row> named = new ArrayList<>();
            for (Part row : rows) {
                named.add(new Rows.Row(Integer.toString(named.size() + 1), row.group()));
            }
            fields.put(name, new Rows(named));
            return this;
        }

        private Part group(String name, Part part) {
            fields.put(name, part.group());
            return this;
        }

        private Group group() {
            return new Group(fields);
        }
    }

    private static Part part() {
        return new Part();
    }

    private Report next(int year) {
        long[] areasBefore = areas.clone();
        long[] stockBefore = stock.clone();
        long[] retainedBefore = retained.clone();
        long cleared = 0;
        long cancelled = 0;
        List<Part> releasedRows = new ArrayList<>();
        for (int i = 0; i < AREAS; i++) {
            long some = random.nextInt((int) Math.max(areas[i] / 20, 2));
            long other = random.nextInt((int) Math.max(areas[i] / 20, 2));
            areas[i] -= some + other;
            cleared += some;
            cancelled += other;
            releasedRows.add(part().text("location", "Village " + i)
                    .number("clearedM2", some)
                    .number("cancelledM2", other)
                    .number("reducedM2", 0));
        }
        List<Part> stockRows = new ArrayList<>();
        List<Part> stockMoves = new ArrayList<>();
        List<Part> keptRows = new ArrayList<>();
        List<Part> keptMoves = new ArrayList<>();
        List<Part> destroyedRows = new ArrayList<>();
        List<Part> sheets = new ArrayList<>();
        long destroyed = 0;
        for (int i = 0; i < TYPES; i++) {
            String type = "Type X" + i;
            long gone = random.nextInt((int) Math.max(stock[i] / 10, 2));
            long used = random.nextInt(3);
            stock[i] -= gone;
            retained[i] -= used;
            destroyed += gone;
            stockRows.add(part().words("type", type).number("qty", stock[i]).text("lot", "L-" + i));
            stockMoves.add(part().words("type", type)
                    .number("opening", stockBefore[i])
                    .number("destroyed", gone)
                    .number("closing", stock[i]));
            keptRows.add(part().words("type", type)
                    .text("institution", "Engineer School")
                    .number("qty", retained[i])
                    .text("purpose", "Training"));
            keptMoves.add(part().words("type", type)
                    .number("opening", retainedBefore[i])
                    .number("used", used)
                    .number("closing", retained[i]));
            destroyedRows.add(part().words("type", type).number("qty", gone).text("place", "Depot A"));
            sheets.add(part().words("list", "owned")
                    .words("type", type)
                    .number("longestMm", 90 + i)
                    .number("explosiveG", 50 + i)
                    .flag("noPhoto"));
        }
        long mines = cleared / 2_000 + 1;
        runningStock += destroyed;
        runningArea += mines;
        runningCleared += cleared;
        List<Part> areaRows = new ArrayList<>();
        long cha = 0;
        long sha = 0;
        for (int i = 0; i < AREAS; i++) {
            boolean confirmed = i % 2 == 0;
            cha += confirmed ? areas[i] : 0;
            sha += confirmed ? 0 : areas[i];
            areaRows.add(part().text("location", "Village " + i)
                    .words("status", confirmed ? "CHA" : "SHA")
                    .number("count", 1)
                    .number("areaM2", areas[i])
                    .words("contamination", "ap-manufactured")
                    .words("type", "Type X1")
                    .put("qty", new Value.Quantity(new Figure.Unknown()))
                    .date("emplacedOn", "1989")
                    .text("suppl", "North of the road."));
        }
        Report report = Report.empty()
                .withEnvelope(part().words("state", state)
                        .words("kind", "annual")
                        .words("edition", "forms-2007")
                        .date("periodFrom", year + "-01-01")
                        .date("periodTo", year + "-12-31")
                        .date("submittedOn", (year + 1) + "-04-20")
                        .date("receivedOn", (year + 1) + "-04-21")
                        .words("language", "en")
                        .rows(
                                "contact",
                                List.of(part().text("organisation", "Authority")
                                        .text("telephone", "+999 1 234 567")
                                        .words("release", "withheld")))
                        .group("certifiedBy", part().text("organisation", "Ministry"))
                        .group());
        report = report.with(
                Subject.MEASURES,
                part().rows(
                                "measure",
                                List.of(part().text("text", "Act of " + year)
                                        .text("title", "Act " + year)
                                        .words("kind", "law")
                                        .date("adoptedOn", year + "-03-01")
                                        .words("penal", "yes")))
                        .group());
        report = report.with(
                Subject.STOCKPILES,
                part().date("asOf", year + "-12-31")
                        .rows("row", stockRows)
                        .rows("move", stockMoves)
                        .number("total", sum(stock))
                        .put("includesRetained", new Value.Flag(false))
                        .group());
        report = report.with(
                Subject.AREAS,
                part().date("asOf", year + "-12-31")
                        .rows("row", areaRows)
                        .group(
                                "total",
                                part().group(
                                                "CHA",
                                                part().number("count", AREAS / 2)
                                                        .number("areaM2", cha))
                                        .group(
                                                "SHA",
                                                part().number("count", AREAS / 2)
                                                        .number("areaM2", sha)))
                        .group("opening", part().number("areaM2", sum(areasBefore)))
                        .group(
                                "released",
                                part().number("clearedM2", cleared)
                                        .number("cancelledM2", cancelled)
                                        .number("reducedM2", 0)
                                        .number("totalM2", cleared + cancelled)
                                        .flag("unfinishedSaid")
                                        .rows("row", releasedRows))
                        .words("erw", "excluded")
                        .group());
        report = report.with(
                Subject.RETAINED,
                part().date("asOf", year + "-12-31")
                        .rows("ret", keptRows)
                        .rows("move", keptMoves)
                        .number("total", sum(retained))
                        .text("plans", "Training.")
                        .rows(
                                "use",
                                List.of(part().text("objective", "Training")
                                        .number("qty", sum(retainedBefore) - sum(retained))))
                        .group());
        report = report.with(Subject.CONVERSION, new Mark.Nil(java.util.Map.of(Language.ENGLISH, "None.")));
        report = report.with(
                Subject.PROGRAMMES,
                part().group(
                                "art4",
                                part().rows(
                                                "site",
                                                List.of(part().text("place", "Depot A")
                                                        .text("methods", "Detonation")
                                                        .text("safety", "IMAS")
                                                        .text("environment", "None near water"))))
                        .group(
                                "art5",
                                part().rows(
                                                "site",
                                                List.of(part().text("place", "All")
                                                        .text("methods", "Manual"))))
                        .rows(
                                "plan",
                                List.of(part().date("year", Integer.toString(year + 1))
                                        .number("areaM2", sum(areas))))
                        .group());
        report = report.with(
                Subject.DESTROYED,
                part().words("basis", "year-only")
                        .rows("stock", destroyedRows)
                        .number("stockYear", destroyed)
                        .rows(
                                "area",
                                List.of(part().words("type", "Type X1")
                                        .number("qty", mines)
                                        .words("device", "ap-manufactured")))
                        .group("total", part().number("stock", destroyed).number("area", mines))
                        .group(
                                "running",
                                part().number("stock", runningStock)
                                        .number("area", runningArea)
                                        .number("clearedM2", runningCleared))
                        .group());
        report = report.with(Subject.CHARACTERISTICS, part().rows("row", sheets).group());
        report = report.with(
                Subject.WARNING,
                part().text("text", "Signs and visits in " + year)
                        .rows("marking", List.of(part().text("text", "Signs")))
                        .rows(
                                "eore",
                                List.of(part().number("women", 100)
                                        .number("men", 90)
                                        .number("girls", 80)
                                        .number("boys", 70)
                                        .number("total", 340)
                                        .number("ageLimit", 18)))
                        .group());
        report = report.with(
                Subject.OTHER, part().text("text", "Nothing else for " + year).group());
        for (Subject subject : Subject.values()) {
            if (subject != Subject.CONVERSION) {
                report = report.with(subject, new Mark.Changed());
            }
        }
        return report;
    }

    private static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The number of fields with content. */
    public static int fields(Report report) {
        return report.placed().size();
    }

    /** What the record says of such a State: bound since long before the first year, with stock and areas, deadlines far ahead. */
    public static StateFacts facts(int firstYear) {
        return new StateFacts(
                true,
                "XAA",
                java.util.Optional.of(true),
                java.util.Optional.of(LocalDate.of(firstYear - 5, 3, 1)),
                java.util.Optional.empty(),
                java.util.Optional.of(LocalDate.of(firstYear + 60, 3, 1)),
                StateFacts.Duty.OPEN,
                java.util.Optional.empty(),
                java.util.Optional.of(LocalDate.of(firstYear + 60, 3, 1)),
                StateFacts.Duty.OPEN,
                java.util.Optional.empty(),
                false,
                java.util.Optional.of(BigDecimal.valueOf(100_000).longValue()));
    }
}
