package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Hits.notConcerned;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mineban.kernel.Figure;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.Group;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Value;

/** Units, text, files and privacy: U and P. */
final class TextRules {

    private static final BigDecimal ROUND = BigDecimal.valueOf(10_000);
    private static final BigDecimal SMALL_CELL = BigDecimal.valueOf(5);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+\\d{1,3}[\\d ()./-]{7,}\\d");
    private static final Pattern COORDINATES =
            Pattern.compile("\\d{1,3}[.°]\\d{2,}\\D{0,6}[NSEW,;/ ]\\s*\\d{1,3}[.°]\\d{2,}|\\d{1,2}[A-Z]{3} ?\\d{4,10}");

    private TextRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("U-01", TextRules::u01),
                new Check("U-02", TextRules::u02),
                new Check("U-03", TextRules::u03),
                new Check("U-04", TextRules::u04),
                new Check("U-05", TextRules::u05),
                new Check("U-06", TextRules::u06),
                new Check("U-07", TextRules::u07),
                new Check("U-11", TextRules::u11),
                new Check("U-12", TextRules::u12),
                new Check("P-01", TextRules::p01),
                new Check("P-02", TextRules::p02),
                new Check("P-03", TextRules::p03),
                new Check("P-04", TextRules::p04),
                new Check("P-05", TextRules::p05));
    }

    /** What could not be read for one of these reasons, among the fields that hold something of that kind. */
    private static Verdict unread(Case of, Set<String> reasons, Set<Field.Type> types) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            Optional<Field> field = placed.field();
            if (field.filter(known -> types.contains(known.type())).isPresent()) {
                hits.looked();
            }
            if (placed.entry().value() instanceof Value.Unread(String why, List<String> readings)
                    && reasons.contains(why)) {
                hits.at(
                        placed.place().text(),
                        "written",
                        placed.entry().written(),
                        "readings",
                        readings.isEmpty() ? "—" : String.join(" / ", readings));
            }
        }
        return hits.verdict();
    }

    private static final Set<Field.Type> NUMBERS = Set.of(Field.Type.INTEGER, Field.Type.DECIMAL);
    private static final Set<Field.Type> DATES = Set.of(Field.Type.DATE, Field.Type.YEAR);

    /** U-01: a number that can be read in two ways is asked about, not guessed: "1,234", "228,9 11". */
    static Verdict u01(Case of) {
        return unread(of, Set.of("ambiguous-number"), NUMBERS);
    }

    /** U-02: every area has a unit; it is turned into square metres and the original is kept. */
    static Verdict u02(Case of) {
        return unread(of, Set.of("no-unit"), Set.of(Field.Type.DECIMAL));
    }

    /** U-03: a letter O or l inside a number: "2O16". */
    static Verdict u03(Case of) {
        return unread(
                of,
                Set.of("letter-in-number"),
                Set.of(Field.Type.INTEGER, Field.Type.DECIMAL, Field.Type.DATE, Field.Type.YEAR));
    }

    /** U-04: dates are ISO or day first; 03/04/2020 is two days, and asked about. */
    static Verdict u04(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            Optional<Field> field = placed.field();
            if (field.filter(known -> DATES.contains(known.type())).isEmpty()) {
                continue;
            }
            hits.looked();
            if (placed.entry().value() instanceof Value.Unread(String why, List<String> readings)
                    && !why.equals("letter-in-number")
                    && !why.equals("not-stated")) {
                hits.at(
                        placed.place().text(),
                        "written",
                        placed.entry().written(),
                        "readings",
                        readings.isEmpty() ? "—" : String.join(" / ", readings));
            }
        }
        return hits.verdict();
    }

    /** U-05: rounded figures say that they are: whole millions of square metres, whole thousands of ten thousand and more mines. */
    static Verdict u05(Case of) {
        List<Rows.Row> areas = AreaRules.rows(of).stream()
                .filter(row -> AreaRules.wholeMillions(row.fields()))
                .toList();
        Hits hits = new Hits();
        if (!areas.isEmpty()) {
            hits.at("c.row", "count", areas.size());
        }
        int round = 0;
        for (Subject subject : List.of(Subject.STOCKPILES, Subject.RETAINED, Subject.DESTROYED)) {
            for (Group.Placed placed : of.in(subject).placed(org.mineban.reporting.FieldPath.of(subject.prefix()))) {
                if (placed.entry().value()
                        instanceof
                        Value.Quantity(Figure.Amount(BigDecimal value, BigDecimal step, Figure.Exactness exactness))) {
                    hits.looked();
                    if (exactness == Figure.Exactness.EXACT
                            && value.compareTo(ROUND) >= 0
                            && value.remainder(BigDecimal.valueOf(1_000)).signum() == 0) {
                        round++;
                    }
                }
            }
        }
        if (round > 0) {
            hits.at("b", "count", round);
        }
        return hits.verdict(!AreaRules.rows(of).isEmpty() || hits.any());
    }

    /** U-06: words where a number belongs ("about", "N/A", "néant", "-") are kept as a note, and the number is asked for. */
    static Verdict u06(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            Optional<Field> field = placed.field();
            boolean wanted =
                    field.filter(known -> NUMBERS.contains(known.type())).isPresent();
            if (!wanted) {
                continue;
            }
            hits.looked();
            if (placed.entry().value() instanceof Value.Unread(String why, List<String> readings)
                    && (why.equals("nil-word") || why.equals("not-a-number"))) {
                hits.at(placed.place().text(), "written", placed.entry().written());
            }
        }
        return hits.verdict();
    }

    /** U-07: numbers below zero only in corrections. Coordinates may be. */
    static Verdict u07(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            String name = placed.place().id().name();
            if (name.equals("latitude")
                    || name.equals("longitude")
                    || placed.place().text().startsWith("env.claim")) {
                continue;
            }
            XRules.number(placed.entry()).ifPresent(number -> {
                hits.looked();
                if (number.signum() < 0) {
                    hits.at(placed.place().text(), "value", number);
                }
            });
        }
        return hits.verdict();
    }

    /** U-11: a type that is spelled otherwise is matched to one type, and its spelling kept: MBV78A1, PMN2. */
    static Verdict u11(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            Optional<Field> field = placed.field();
            if (field.filter(known -> known.type() == Field.Type.ORDNANCE).isEmpty()
                    || !(placed.entry().value() instanceof Value.Words(List<String> words))) {
                continue;
            }
            for (String written : words) {
                hits.looked();
                of.ordnance()
                        .find(written)
                        .filter(type -> !type.name().equals(written))
                        .ifPresent(type -> hits.at(placed.place().text(), "written", written, "type", type.name()));
            }
        }
        return hits.verdict();
    }

    /** U-12: tables that are only in a scan or an attachment: the data is asked for, the report is accepted: Congo 2002. */
    static Verdict u12(Case of) {
        Hits hits = new Hits();
        if (of.report().envelope().flag("attachmentsOnly")) {
            hits.at("env.attachmentsOnly");
        }
        return hits.verdict(true);
    }

    /** P-01: nobody's telephone or e-mail address stands in a text that is published. */
    static Verdict p01(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            boolean hidden = placed.field().filter(Field::hidden).isPresent();
            if (hidden || !(placed.entry().value() instanceof Value.Text text)) {
                continue;
            }
            hits.looked();
            for (String said : text.byLanguage().values()) {
                boolean email = EMAIL.matcher(said).find();
                if (email || TELEPHONE.matcher(said).find()) {
                    hits.at(placed.place().text(), "kind", email ? "email" : "telephone");
                    break;
                }
            }
        }
        return hits.verdict();
    }

    /** P-02: exact places of stores and destruction sites are withheld when the State asks for it. */
    static Verdict p02(Case of) {
        Hits hits = new Hits();
        for (Case.Located placed : of.located()) {
            String id = placed.place().id().text();
            boolean site =
                    id.equals("f.art4.site[].place") || id.equals("b.found[].place") || id.equals("g.stock[].place");
            if (!site || !(placed.entry().value() instanceof Value.Text text)) {
                continue;
            }
            hits.looked();
            boolean exact = text.byLanguage().values().stream()
                    .anyMatch(said -> COORDINATES.matcher(said).find());
            if (exact && of.report().envelope().text("withheld").isBlank()) {
                hits.at(placed.place().text());
            }
        }
        return hits.verdict();
    }

    /** P-03: fewer than five victims of one kind may be recognised; public data group such cells. */
    static Verdict p03(Case of) {
        List<Rows.Row> rows = of.in(Subject.OTHER).group("va").rows("casualties");
        if (rows.isEmpty()) {
            return notConcerned();
        }
        List<String> small = new ArrayList<>();
        for (Rows.Row row : rows) {
            row.fields().fields().forEach((name, node) -> {
                if (node instanceof Entry entry) {
                    XRules.number(entry)
                            .filter(number -> number.signum() > 0 && number.compareTo(SMALL_CELL) < 0)
                            .ifPresent(number -> small.add(name));
                }
            });
        }
        Hits hits = new Hits();
        if (!small.isEmpty() && !of.in(Subject.OTHER).group("va").flag("masked")) {
            hits.at("j.va.casualties", "count", small.size());
        }
        return hits.verdict(true);
    }

    /** P-04: files are of an allowed type, open, have no macros, and no hidden names or places. */
    static Verdict p04(Case of) {
        return CompletenessRules.files(of, List.of("type", "unopened", "macros", "hidden"));
    }

    /** P-05: what is withheld is said to be withheld. */
    static Verdict p05(Case of) {
        long withheld = of.located().stream()
                .filter(placed -> placed.entry().value() instanceof Value.Quantity(Figure figure)
                        && figure instanceof Figure.Withheld)
                .count();
        Hits hits = new Hits();
        if (withheld > 0 && of.report().envelope().text("withheld").isBlank()) {
            hits.at("env.withheld", "count", withheld);
        }
        return hits.verdict(withheld > 0);
    }
}
