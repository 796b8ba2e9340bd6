package org.mineban.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;
import org.mineban.operations.RegisterVersion;
import org.mineban.operations.Selection;
import org.mineban.rollup.TreatyFigure.Part;
import org.mineban.rollup.TreatyFigure.Unit;

/** What older tables give only as sums, by first-level unit: it stands beside the records and is never added to them. */
final class OlderTotals implements FigureQuery {

    private static final int HUNDREDTHS = 2;

    /** A sum of those tables. */
    private record Line(FigureRule rule, Provision provision, Unit unit, String field) {}

    private static final List<Line> LINES = List.of(
            new Line(FigureRule.OLDER_TOTALS_CLEARED, FigureQuery.article7("f"), Unit.SQUARE_METRES, "cleared_m2"),
            new Line(FigureRule.OLDER_TOTALS_MINES, FigureQuery.article7("g"), Unit.MINES, "ap_mines"),
            new Line(FigureRule.OLDER_TOTALS_IMPROVISED, FigureQuery.article7("g"), Unit.MINES, "improvised"),
            new Line(FigureRule.OLDER_TOTALS_UXO, FigureQuery.article7("g"), Unit.ITEMS, "uxo"));

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<RegisterVersion> rows = new ArrayList<>();
        records.each(
                state, Selection.of(Kind.TOTAL, period.atEnd()).happened(period.from(), period.until()), rows::add);
        List<TreatyFigure> figures = new ArrayList<>();
        if (rows.isEmpty()) {
            return figures;
        }
        for (Line line : LINES) {
            Map<String, List<Part>> byUnit = new TreeMap<>();
            List<Part> all = new ArrayList<>();
            for (RegisterVersion row : rows) {
                Part part = new Part(Kind.TOTAL.id(), row.number(), row.version(), row.code(), value(row, line));
                all.add(part);
                row.fields()
                        .text("admin1")
                        .ifPresent(name -> byUnit.computeIfAbsent(name, absent -> new ArrayList<>())
                                .add(part));
            }
            figures.add(Summing.figure(line.rule(), line.provision(), line.unit(), Map.of(), all));
            byUnit.forEach((name, parts) -> figures.add(
                    Summing.figure(line.rule(), line.provision(), line.unit(), Map.of("admin1", name), parts)));
        }
        return figures;
    }

    private static Optional<BigDecimal> value(RegisterVersion row, Line line) {
        OptionalLong value = line.unit() == Unit.SQUARE_METRES
                ? row.fields().area(line.field())
                : row.fields().integer(line.field());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(value.getAsLong(), line.unit() == Unit.SQUARE_METRES ? HUNDREDTHS : 0));
    }
}
