package org.mineban.reporting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mineban.kernel.StateCode;

/**
 * A source that is asked the same several times for one page and counts once. For one page only: what the source would say later is not heard of.
 */
public final class RememberedFigures implements FigureSource {

    private record Question(StateCode state, LocalDate from, LocalDate to) {}

    private final FigureSource source;
    private final Map<Question, List<Sourced>> answers = new HashMap<>();

    /** @param source that is asked once for each State and period */
    public RememberedFigures(FigureSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<Sourced> figures(StateCode state, LocalDate from, LocalDate to) {
        return answers.computeIfAbsent(new Question(state, from, to), question -> source.figures(state, from, to));
    }
}
