package org.mineban.rollup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/** Article 7(1)(i): warning the population. Areas marked at the end of the period, sessions of risk education in it and the people they met. */
final class WarningMeasures implements FigureQuery {

    private static final Provision I = FigureQuery.article7("i");
    private static final Set<String> UNMARKED = Set.of("", "NONE");

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<Counted> sessions = records.counted(
                state, Selection.of(Kind.SESSION, period.atEnd()).happened(period.from(), period.until()));
        List<RegisterVersion> marked = new java.util.ArrayList<>();
        records.each(
                state,
                Selection.of(Kind.HAZARD, period.atEnd())
                        .categories("SHA", "CHA")
                        .statuses(Remaining.OPEN)
                        .underArticle5(),
                hazard -> {
                    if (!UNMARKED.contains(hazard.fields().text("marking").orElse(""))) {
                        marked.add(hazard);
                    }
                });
        return List.of(
                Summing.count(
                        FigureRule.AREAS_MARKED,
                        I,
                        Unit.AREAS,
                        Map.of(),
                        marked.stream()
                                .map(hazard -> new Part(
                                        Kind.HAZARD.id(),
                                        hazard.number(),
                                        hazard.version(),
                                        hazard.code(),
                                        java.util.Optional.of(java.math.BigDecimal.ONE)))
                                .toList()),
                Summing.count(
                        FigureRule.SESSIONS,
                        I,
                        Unit.SESSIONS,
                        Map.of(),
                        sessions.stream()
                                .map(one -> Summing.one(Kind.SESSION, one))
                                .toList()),
                Summing.count(
                        FigureRule.SESSION_CONTACTS,
                        I,
                        Unit.PEOPLE,
                        Map.of(),
                        sessions.stream()
                                .map(one -> Summing.quantity(Kind.SESSION, one))
                                .toList()));
    }
}
