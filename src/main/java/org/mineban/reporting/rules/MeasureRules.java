package org.mineban.reporting.rules;

import static org.mineban.reporting.rules.Hits.notChecked;
import static org.mineban.reporting.rules.Hits.notConcerned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.PartialDate;
import org.mineban.reporting.Group;
import org.mineban.reporting.Mark;
import org.mineban.reporting.Report;
import org.mineban.reporting.ReportKind;
import org.mineban.reporting.Rows;
import org.mineban.reporting.Subject;

/** National implementation measures: A. */
final class MeasureRules {

    private MeasureRules() {}

    static List<Check> checks() {
        return List.of(
                new Check("A-01", MeasureRules::a01),
                new Check("A-02", MeasureRules::a02),
                new Check("A-03", MeasureRules::a03),
                new Check("A-04", MeasureRules::a04),
                new Check("A-05", MeasureRules::a05),
                new Check("A-06", MeasureRules::a06),
                new Check("A-07", MeasureRules::a07));
    }

    private static List<Rows.Row> measures(Case of) {
        return of.in(Subject.MEASURES).rows("measure");
    }

    private static String row(Rows.Row row) {
        return "a.measure[" + row.name() + "]";
    }

    private static String name(Rows.Row row) {
        String title = row.fields().text("title");
        return title.isBlank() ? row.fields().text("text") : title;
    }

    /** the first report describes the measures, or says that there are none: Article 7.1 (a). */
    static Verdict a01(Case of) {
        if (!of.kind(ReportKind.INITIAL)) {
            return notConcerned();
        }
        boolean told = !measures(of).isEmpty()
                || of.in(Subject.MEASURES).flag("existingLaw")
                || of.mark(Subject.MEASURES).orElse(null) instanceof Mark.Nil;
        if (!told && of.extract()) {
            return notChecked("extract");
        }
        Hits hits = new Hits();
        if (!told) {
            hits.at("a.measure");
        }
        return hits.verdict(true);
    }

    /** a new measure can be found again by its title, kind and date. */
    static Verdict a02(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : measures(of)) {
            Group measure = row.fields();
            if (!measure.flag("isNew")) {
                continue;
            }
            hits.looked();
            List<String> missing = new ArrayList<>();
            if (measure.text("title").isBlank()) {
                missing.add("title");
            }
            if (measure.word("kind").isEmpty()) {
                missing.add("measureKind");
            }
            if (measure.date("adoptedOn").isEmpty() && measure.date("inForceOn").isEmpty()) {
                missing.add("adoptedOn");
            }
            if (!missing.isEmpty()) {
                hits.at(row(row), "missing", Labels.of(missing), "measure", name(row));
            }
        }
        return hits.verdict();
    }

    /** Article 9 asks for penal sanctions; yes, no, in preparation and existing law are all answers. */
    static Verdict a03(Case of) {
        if (measures(of).isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (measures(of).stream().allMatch(row -> row.fields().word("penal").isEmpty())) {
            hits.at("a.measure");
        }
        return hits.verdict(true);
    }

    /** a measure called new dates from the period. */
    static Verdict a04(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : measures(of)) {
            Optional<PartialDate> date =
                    row.fields().date("adoptedOn").or(() -> row.fields().date("inForceOn"));
            if (row.fields().flag("isNew") && date.isPresent()) {
                hits.looked();
                if (!of.mayLieInPeriod(date.get())) {
                    hits.at(row(row), "measure", name(row), "date", date.get());
                }
            }
        }
        return hits.verdict();
    }

    /** where existing law is held to be enough, it is named: Mozambique's report for 2014 named none. */
    static Verdict a05(Case of) {
        boolean existing = of.in(Subject.MEASURES).flag("existingLaw")
                || measures(of).stream()
                        .anyMatch(row -> row.fields().words("penal").contains("existing-law"));
        if (!existing) {
            return notConcerned();
        }
        Hits hits = new Hits();
        if (measures(of).stream().allMatch(row -> row.fields().text("title").isBlank())) {
            hits.at("a.measure");
        }
        return hits.verdict(true);
    }

    /** the second column says more than the first. */
    static Verdict a06(Case of) {
        Hits hits = new Hits();
        for (Rows.Row row : measures(of)) {
            String text = Case.bare(row.fields().text("text"));
            String suppl = Case.bare(row.fields().text("suppl"));
            if (!text.isEmpty() && !suppl.isEmpty()) {
                hits.looked();
                if (text.equals(suppl)) {
                    hits.at(row(row) + ".suppl", "text", row.fields().text("suppl"));
                }
            }
        }
        return hits.verdict();
    }

    /** a law of an earlier report does not vanish or change its date without a word. */
    static Verdict a07(Case of) {
        Optional<Report> before = of.previousWith(Subject.MEASURES);
        if (before.isEmpty() || measures(of).isEmpty()) {
            return notConcerned();
        }
        Hits hits = new Hits();
        for (Rows.Row old : before.get().section(Subject.MEASURES).rows("measure")) {
            String title = old.fields().text("title");
            if (title.isBlank()) {
                continue;
            }
            hits.looked();
            Optional<Rows.Row> now = measures(of).stream()
                    .filter(row -> Case.bare(row.fields().text("title")).equals(Case.bare(title)))
                    .findFirst();
            Optional<PartialDate> then = old.fields().date("adoptedOn");
            boolean moved = now.isPresent()
                    && then.isPresent()
                    && now.get()
                            .fields()
                            .date("adoptedOn")
                            .filter(date -> !date.equals(then.get()))
                            .isPresent();
            if (now.isEmpty() || moved) {
                hits.at(
                        "a.measure",
                        "measure",
                        title,
                        "year",
                        Integer.toString(before.get().env().year().orElse(0)));
            }
        }
        return hits.verdict();
    }
}
