package org.mineban.rollup;

import java.util.List;
import org.mineban.kernel.Provision;
import org.mineban.kernel.StateCode;
import org.mineban.operations.RegisterFigures;

/** Makes figures of one subject from the records of a State. */
interface FigureQuery {

    /** Article 7(1)(a) to (i). */
    static Provision article7(String subparagraph) {
        return new Provision(7, 1, subparagraph);
    }

    List<TreatyFigure> figures(RegisterFigures.Reader records, StateCode state, Period period);
}
