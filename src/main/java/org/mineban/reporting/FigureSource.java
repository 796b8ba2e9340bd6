package org.mineban.reporting;

import java.time.LocalDate;
import java.util.List;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Figure;
import org.mineban.kernel.StateCode;

/**
 * Somebody who has figures of a report from elsewhere: the mine action register, another convention's report, an extension request, a third
 * party. The report works without one.
 */
public interface FigureSource {

    /** The name that a reader knows it by. */
    String name();

    /** The figures it has for that State and period, each with its reasons; none when it has nothing. */
    List<Sourced> figures(StateCode state, LocalDate from, LocalDate to);

    /**
     * A figure from elsewhere.
     *
     * @param place where it stands in a report
     * @param figure with its reasons, down to the records it counts
     */
    record Sourced(FieldPath place, Explained<Figure> figure) {}
}
