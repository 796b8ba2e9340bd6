package org.mineban.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Unit;

/** Article 7(1)(c): areas known and suspected to contain anti-personnel mines at the end of the period; C1 and C2 of the classic forms. */
final class KnownAreas implements FigureQuery {

    private static final Provision C = FigureQuery.article7("c");

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        Map<Long, Remaining.Area> areas = Remaining.on(records, state, period, period.until());
        List<TreatyFigure> figures = new ArrayList<>();
        figures.addAll(of("CHA", FigureRule.CONFIRMED_AREAS, FigureRule.CONFIRMED_SQUARE_METRES, areas));
        figures.addAll(of("SHA", FigureRule.SUSPECTED_AREAS, FigureRule.SUSPECTED_SQUARE_METRES, areas));
        List<Counted> indications = records.counted(
                state,
                Selection.of(Kind.HAZARD, period.atEnd())
                        .categories("INDICATION")
                        .statuses(Remaining.OPEN)
                        .underArticle5());
        figures.add(Summing.count(
                FigureRule.INDICATIONS,
                C,
                Unit.RECORDS,
                Map.of(),
                indications.stream().map(one -> Summing.one(Kind.HAZARD, one)).toList()));
        List<Counted> open = areas.values().stream()
                .map(Remaining.Area::hazard)
                .sorted(java.util.Comparator.comparingLong(Counted::number))
                .toList();
        figures.add(Summing.count(
                FigureRule.AREAS_WITHOUT_PLACE,
                C,
                Unit.AREAS,
                Map.of(),
                java.util.stream.Stream.concat(
                                open.stream(),
                                records.apart(state, Kind.HAZARD).stream()
                                        .filter(one -> one.status()
                                                .filter(Remaining.OPEN::contains)
                                                .isPresent()))
                        .filter(one -> !one.placeKnown())
                        .map(one -> Summing.one(Kind.HAZARD, one))
                        .toList()));
        figures.add(Summing.count(
                FigureRule.AREAS_WITHOUT_SIZE,
                C,
                Unit.AREAS,
                Map.of(),
                open.stream()
                        .filter(one -> one.area().isEmpty())
                        .map(one -> Summing.one(Kind.HAZARD, one))
                        .toList()));
        return figures;
    }

    private static List<TreatyFigure> of(
            String areaClass, FigureRule count, FigureRule size, Map<Long, Remaining.Area> areas) {
        List<Counted> those = areas.values().stream()
                .map(Remaining.Area::hazard)
                .filter(one -> one.category().filter(areaClass::equals).isPresent())
                .sorted(java.util.Comparator.comparingLong(Counted::number))
                .toList();
        List<TreatyFigure> figures = new ArrayList<>(
                Summing.byUnit(count, C, Unit.AREAS, those, one -> Summing.one(Kind.HAZARD, one), true));
        figures.addAll(Summing.byUnit(
                size,
                C,
                Unit.SQUARE_METRES,
                those,
                one -> Summing.area(
                        Kind.HAZARD,
                        one,
                        java.util.Objects.requireNonNull(areas.get(one.number()))
                                .left()),
                those.isEmpty()));
        return figures;
    }
}
