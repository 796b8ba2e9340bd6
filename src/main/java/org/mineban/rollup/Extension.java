package org.mineban.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mineban.kernel.StateCode;

/**
 * Figures that a request for an extension under Article 5 rests on, from the register alone: what was done each year, what remains, at what pace land was
 * released in the last three years, how many years the rest would take at that pace, and a milestone for each of them. Costs and circumstances are for
 * people to write.
 *
 * @param years what was done in each
 * @param remaining square metres at the end of the last year
 * @param remainingAreas how many
 * @param pace square metres released in a year, the mean of the last three years; empty when none was
 * @param yearsNeeded at that pace, rounded up; empty when there is no pace
 * @param milestones what would remain at the end of each year; the first is the year after the last. The last of them is zero
 */
public record Extension(
        List<Year> years,
        BigDecimal remaining,
        BigDecimal remainingAreas,
        Optional<BigDecimal> pace,
        Optional<Integer> yearsNeeded,
        List<Milestone> milestones) {

    private static final int MEAN_OF = 3;
    private static final int MOST_YEARS = 100;
    private static final int HUNDREDTHS = 2;

    public Extension {
        years = List.copyOf(years);
        milestones = List.copyOf(milestones);
    }

    /** What was done in a year, in square metres and mines. */
    public record Year(
            int year,
            BigDecimal opening,
            BigDecimal cancelled,
            BigDecimal reduced,
            BigDecimal cleared,
            Optional<BigDecimal> mines,
            BigDecimal closing) {

        BigDecimal released() {
            return cancelled.add(reduced).add(cleared);
        }
    }

    /**
     * A yearly milestone.
     *
     * @param toRelease square metres to be released in the year
     * @param left what would remain at its end
     */
    public record Milestone(int year, BigDecimal toRelease, BigDecimal left) {}

    /** The figures of the years from the first to the last. */
    public static Extension of(RollUp rollUp, StateCode state, int first, int last) {
        List<Year> years = new ArrayList<>();
        BigDecimal areas = BigDecimal.ZERO;
        for (int year = first; year <= last; year++) {
            List<TreatyFigure> figures = rollUp.of(state, Period.of(year)).figures();
            years.add(new Year(
                    year,
                    value(figures, FigureRule.OPENING),
                    value(figures, FigureRule.CANCELLED),
                    value(figures, FigureRule.REDUCED),
                    value(figures, FigureRule.CLEARED),
                    find(figures, FigureRule.MINES_IN_AREAS),
                    value(figures, FigureRule.CLOSING)));
            areas = value(figures, FigureRule.CLOSING_AREAS);
        }
        BigDecimal remaining = years.getLast().closing();
        List<Year> latest = years.subList(Math.max(0, years.size() - MEAN_OF), years.size());
        BigDecimal pace = latest.stream()
                .map(Year::released)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(latest.size()), HUNDREDTHS, RoundingMode.HALF_UP);
        if (pace.signum() <= 0) {
            return new Extension(years, remaining, areas, Optional.empty(), Optional.empty(), List.of());
        }
        int needed = remaining.divide(pace, 0, RoundingMode.CEILING).intValue();
        return new Extension(
                years,
                remaining,
                areas,
                Optional.of(pace),
                Optional.of(needed),
                needed > MOST_YEARS ? List.of() : milestones(last, remaining, pace));
    }

    private static List<Milestone> milestones(int last, BigDecimal remaining, BigDecimal pace) {
        List<Milestone> milestones = new ArrayList<>();
        BigDecimal left = remaining;
        for (int year = last + 1; left.signum() > 0; year++) {
            BigDecimal released = left.min(pace);
            left = left.subtract(released);
            milestones.add(new Milestone(year, released, left));
        }
        return milestones;
    }

    private static Optional<BigDecimal> find(List<TreatyFigure> figures, FigureRule rule) {
        return figures.stream()
                .filter(figure -> figure.rule() == rule && figure.group().isEmpty())
                .findFirst()
                .flatMap(figure -> figure.value().known());
    }

    private static BigDecimal value(List<TreatyFigure> figures, FigureRule rule) {
        return find(figures, rule).orElse(BigDecimal.ZERO);
    }
}
