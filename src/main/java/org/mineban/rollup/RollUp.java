package org.mineban.rollup;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Kind;
import org.mineban.operations.RegisterFigures;

/** Every figure of a State for a period, from the approved records of its register. */
public final class RollUp {

    private static final List<FigureQuery> QUERIES = List.of(
            new KnownAreas(),
            new Balance(),
            new Devices(),
            new Stocks(),
            new WarningMeasures(),
            new Victims(),
            new OlderTotals());

    private final RegisterFigures records;

    public RollUp(RegisterFigures records) {
        this.records = records;
    }

    /**
     * The figures of a State.
     *
     * @param figures in the order of Article 7(1), each for the State and then for its parts
     * @param notCounted how many records of each kind are kept apart, because something forbids to count them
     */
    public record Result(StateCode state, Period period, List<TreatyFigure> figures, Map<String, Long> notCounted) {}

    /** Works the figures out, all from one moment of the register. */
    public Result of(StateCode state, Period period) {
        return of(state, period, QUERIES);
    }

    /** The same, and the ground under all shapes, each square metre once. */
    public Result withUnions(StateCode state, Period period) {
        List<FigureQuery> all = new ArrayList<>(QUERIES);
        all.add(new Unions());
        return of(state, period, all);
    }

    private Result of(StateCode state, Period period, List<FigureQuery> queries) {
        return records.reading(reader -> {
            List<TreatyFigure> figures = new ArrayList<>();
            Set<Kind> known = EnumSet.noneOf(Kind.class);
            for (Kind kind : Kind.values()) {
                if (reader.any(state, kind, period.atEnd())) {
                    known.add(kind);
                }
            }
            queries.forEach(query -> query.figures(reader, state, period).stream()
                    .map(figure -> known.contains(figure.rule().kind()) ? figure : figure.notKnown())
                    .forEach(figures::add));
            Map<String, Long> apart = new TreeMap<>();
            for (Kind kind : Kind.values()) {
                long many = reader.apart(state, kind).size();
                if (many > 0) {
                    apart.put(kind.id(), many);
                }
            }
            return new Result(state, period, figures, apart);
        });
    }
}
