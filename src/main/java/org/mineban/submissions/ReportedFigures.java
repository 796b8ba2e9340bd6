package org.mineban.submissions;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.presentation.ReportsDocument;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.Subject;
import org.mineban.reporting.Totals;

/** The figures of public reports that lists for meetings print. */
public final class ReportedFigures {

    private ReportedFigures() {}

    /** Those of the newest report with content of each State, of reports in the order of State, year and round. */
    public static List<ReportsDocument.Figures> of(List<Submission> published) {
        Map<String, ReportsDocument.Figures> newest = new LinkedHashMap<>();
        for (Submission one : published) {
            one.published()
                    .flatMap(Submission.Published::content)
                    .ifPresent(report -> newest.put(one.state().iso3(), figures(one, report)));
        }
        return List.copyOf(newest.values());
    }

    private static ReportsDocument.Figures figures(Submission one, Report report) {
        return new ReportsDocument.Figures(
                one.state(),
                one.year(),
                "/reports/" + one.state() + "/" + one.year() + "/" + one.number(),
                Totals.retained(report),
                Totals.area(report),
                released(report.section(Subject.AREAS).group("released")));
    }

    /** The total that is told, else the sum of the three ways when each of them is told. */
    private static Optional<BigDecimal> released(Group released) {
        return released.number("totalM2")
                .or(() -> released.number("cancelledM2")
                        .flatMap(cancelled -> released.number("reducedM2")
                                .flatMap(reduced -> released.number("clearedM2")
                                        .map(cleared -> cancelled.add(reduced).add(cleared)))));
    }
}
