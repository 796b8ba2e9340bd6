package org.mineban.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Article 7(1)(b), (d) and (g): mines in stock, retained under Article 3, and destroyed from stock, by type. */
final class Stocks implements FigureQuery {

    private static final Provision B = FigureQuery.article7("b");
    private static final Provision D = FigureQuery.article7("d");
    private static final Provision G = FigureQuery.article7("g");

    /** A column of retained mines. */
    private record Retained(FigureRule rule, String field) {}

    private static final List<Retained> RETAINED = List.of(
            new Retained(FigureRule.RETAINED_OPENING, "opening"),
            new Retained(FigureRule.RETAINED_RECEIVED, "received"),
            new Retained(FigureRule.RETAINED_CONSUMED, "consumed"),
            new Retained(FigureRule.RETAINED_TRANSFERRED, "transferred"),
            new Retained(FigureRule.RETAINED_CLOSING, "closing"));

    @Override
    public List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period) {
        List<TreatyFigure> figures = new ArrayList<>(held(records, state, period));
        List<RegisterVersion> retained = new ArrayList<>();
        records.each(
                state,
                Selection.of(Kind.RETAINED, period.atEnd()).happened(period.from(), period.until()),
                retained::add);
        if (!retained.isEmpty()) {
            RETAINED.forEach(column -> figures.addAll(byType(column.rule(), D, column.field(), retained)));
        }
        List<RegisterVersion> destroyed = new ArrayList<>();
        List<RegisterVersion> late = new ArrayList<>();
        records.each(
                state,
                Selection.of(Kind.DESTRUCTION, period.atEnd()).happened(period.from(), period.until()),
                event -> (event.fields().yes("found_late") ? late : destroyed).add(event));
        figures.addAll(byType(FigureRule.STOCKPILE_DESTROYED, G, "quantity", destroyed));
        if (!late.isEmpty()) {
            figures.addAll(byType(FigureRule.STOCKPILE_FOUND_LATE_DESTROYED, G, "quantity", late));
        }
        return figures;
    }

    /** The last count of each site, type and lot by the end of the period. */
    private static List<TreatyFigure> held(RegisterFigures.Reader records, StateCode state, Period period) {
        Map<String, RegisterVersion> last = new HashMap<>();
        records.each(
                state,
                Selection.of(Kind.STOCKPILE, period.atEnd()).happened(LocalDate.of(1, 1, 1), period.until()),
                holding -> last.merge(
                        place(holding), holding, (one, other) -> day(one).isAfter(day(other)) ? one : other));
        return last.isEmpty()
                ? List.of()
                : byType(
                        FigureRule.STOCKPILE_HELD,
                        B,
                        "quantity",
                        last.values().stream()
                                .sorted(java.util.Comparator.comparingLong(RegisterVersion::number))
                                .toList());
    }

    private static String place(RegisterVersion holding) {
        return List.of("site", "mine_type", "lot").stream()
                .map(name -> holding.fields().text(name).orElse(""))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static LocalDate day(RegisterVersion holding) {
        return holding.fields().date("as_of_on").map(date -> date.latest()).orElse(LocalDate.MIN);
    }

    private static List<TreatyFigure> byType(
            FigureRule rule, Provision provision, String field, List<RegisterVersion> rows) {
        Map<String, List<Part>> byType = new TreeMap<>();
        List<Part> all = new ArrayList<>();
        for (RegisterVersion row : rows) {
            OptionalLong number = row.fields().integer(field);
            Part part = new Part(
                    row.kind().id(),
                    row.number(),
                    row.version(),
                    row.code(),
                    number.isPresent() ? Optional.of(BigDecimal.valueOf(number.getAsLong())) : Optional.empty());
            all.add(part);
            byType.computeIfAbsent(row.fields().text("mine_type").orElse(""), absent -> new ArrayList<>())
                    .add(part);
        }
        List<TreatyFigure> figures = new ArrayList<>();
        figures.add(
                rows.isEmpty()
                        ? Summing.count(rule, provision, Unit.MINES, Map.of(), all)
                        : Summing.figure(rule, provision, Unit.MINES, Map.of(), all));
        byType.forEach((type, parts) ->
                figures.add(Summing.figure(rule, provision, Unit.MINES, Map.of("mine_type", type), parts)));
        return figures;
    }
}
