package org.mineban.actionplans.store;

import java.util.List;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactColumn.Kind;
import org.mineban.platform.FactTable;

/** Reads {@code actionplans/*.csv}. */
public final class ActionPlanFacts {

    private final FactTable plans = FactTable.resource(
            "actionplans/action-plans.csv",
            FactColumn.of("code", Kind.TEXT),
            FactColumn.of("plan", Kind.TEXT),
            FactColumn.of("period", Kind.TEXT),
            FactColumn.of("adopted_at", Kind.TEXT),
            FactColumn.of("adopted_on", Kind.DAY),
            FactColumn.of("actions", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("indicators", Kind.WHOLE_NUMBER).orEmpty(),
            FactColumn.of("source", Kind.TEXT),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable actions = FactTable.resource(
            "actionplans/actions.csv",
            FactColumn.of("plan", Kind.TEXT),
            FactColumn.of("action", Kind.WHOLE_NUMBER),
            FactColumn.text("theme"),
            FactColumn.text("summary"),
            FactColumn.text("addressee"),
            FactColumn.text("measurable_from_article7"),
            FactColumn.text("source"),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    private final FactTable indicators = FactTable.resource(
            "actionplans/indicators.csv",
            FactColumn.of("plan", Kind.TEXT),
            FactColumn.of("action", Kind.WHOLE_NUMBER),
            FactColumn.of("seq", Kind.WHOLE_NUMBER),
            FactColumn.of("summary", Kind.TEXT),
            FactColumn.text("measurable_from_article7"),
            FactColumn.text("source"),
            FactColumn.of("confidence", Kind.CONFIDENCE),
            FactColumn.text("note"));

    /** The files as they were read. */
    public List<FactTable> tables() {
        return List.of(plans, actions, indicators);
    }
}
