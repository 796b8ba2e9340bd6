package org.mineban.rollup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Figure;
import org.mineban.kernel.StateCode;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.FigureSource;

/**
 * The mine action register as a source of figures for a report under Article 7: the figures of the whole State that have a field of their own there,
 * each with the records that it counts. What the register does not know is left out; it is not zero.
 */
public final class RegisterAsSource implements FigureSource {

    private static final Map<FigureRule, FieldPath> PLACES = places();

    private final RollUp rollUp;
    private final String name;

    /** @param name what a reader calls it, in the reader's language */
    public RegisterAsSource(RollUp rollUp, String name) {
        this.rollUp = rollUp;
        this.name = name;
    }

    private static Map<FigureRule, FieldPath> places() {
        Map<FigureRule, FieldPath> places = new EnumMap<>(FigureRule.class);
        places.put(FigureRule.CONFIRMED_AREAS, FieldPath.of("c.total.CHA.count"));
        places.put(FigureRule.CONFIRMED_SQUARE_METRES, FieldPath.of("c.total.CHA.areaM2"));
        places.put(FigureRule.SUSPECTED_AREAS, FieldPath.of("c.total.SHA.count"));
        places.put(FigureRule.SUSPECTED_SQUARE_METRES, FieldPath.of("c.total.SHA.areaM2"));
        places.put(FigureRule.OPENING_AREAS, FieldPath.of("c.opening.count"));
        places.put(FigureRule.OPENING, FieldPath.of("c.opening.areaM2"));
        places.put(FigureRule.CANCELLED, FieldPath.of("c.released.cancelledM2"));
        places.put(FigureRule.REDUCED, FieldPath.of("c.released.reducedM2"));
        places.put(FigureRule.CLEARED, FieldPath.of("c.released.clearedM2"));
        places.put(FigureRule.STOCKPILE_HELD, FieldPath.of("b.total"));
        places.put(FigureRule.RETAINED_CLOSING, FieldPath.of("d.total"));
        places.put(FigureRule.STOCKPILE_DESTROYED, FieldPath.of("g.stockYear"));
        places.put(FigureRule.MINES_IN_AREAS, FieldPath.of("g.total.area"));
        return places;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Sourced> figures(StateCode state, LocalDate from, LocalDate to) {
        List<TreatyFigure> whole = rollUp.of(state, new Period(from, to, Optional.empty())).figures().stream()
                .filter(figure -> figure.group().isEmpty())
                .toList();
        List<Sourced> sourced = new ArrayList<>();
        for (TreatyFigure figure : whole) {
            FieldPath place = PLACES.get(figure.rule());
            if (place != null && figure.value().known().isPresent()) {
                sourced.add(new Sourced(place, counted(figure, whole).explained()));
            }
        }
        return sourced;
    }

    /** Improvised mines that a person sets off are anti-personnel mines; the register tells them on a line of their own, the report in one total. */
    private static TreatyFigure counted(TreatyFigure figure, List<TreatyFigure> whole) {
        if (figure.rule() != FigureRule.MINES_IN_AREAS) {
            return figure;
        }
        BigDecimal total = figure.value().known().orElseThrow();
        List<TreatyFigure.Part> parts = new ArrayList<>(figure.parts());
        for (TreatyFigure other : whole) {
            if (other.rule() == FigureRule.IMPROVISED_MINES_IN_AREAS) {
                total = total.add(other.value().known().orElse(BigDecimal.ZERO));
                parts.addAll(other.parts());
            }
        }
        return new TreatyFigure(
                figure.rule(), figure.provision(), figure.unit(), figure.group(), Figure.of(total), parts);
    }
}
