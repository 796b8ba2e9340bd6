package org.mineban.rollup;

import java.util.ArrayList;
import java.util.List;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterFigures.Counted;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Unit;

/**
 * Article 7(1)(g): anti-personnel mines destroyed in mined areas in the period, by day of destruction. Improvised ones stand on a line of their own,
 * other items beside the total.
 */
final class Devices implements FigureQuery {

    private static final Provision G = FigureQuery.article7("g");

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<TreatyFigure> figures = new ArrayList<>();
        figures.addAll(of(records, state, period, FigureRule.MINES_IN_AREAS, Unit.MINES, "AP_MINE"));
        figures.addAll(
                of(records, state, period, FigureRule.IMPROVISED_MINES_IN_AREAS, Unit.MINES, "AP_MINE_IMPROVISED"));
        figures.addAll(of(
                records,
                state,
                period,
                FigureRule.OTHER_ITEMS_IN_AREAS,
                Unit.ITEMS,
                "AV_MINE",
                "CMR",
                "UXO",
                "AXO",
                "IED_OTHER",
                "BOOBY_TRAP",
                "UNKNOWN"));
        return figures;
    }

    private static List<TreatyFigure> of(
            RegisterFigures.Reader records,
            StateCode state,
            Period period,
            FigureRule rule,
            Unit unit,
            String... categories) {
        List<Counted> finds = records.counted(
                state,
                Selection.of(Kind.FIND, period.atEnd()).categories(categories).happened(period.from(), period.until()));
        return Summing.byUnit(rule, G, unit, finds, find -> Summing.quantity(Kind.FIND, find), true);
    }
}
