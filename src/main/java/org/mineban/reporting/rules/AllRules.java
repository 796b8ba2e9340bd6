package org.mineban.reporting.rules;

import java.util.List;
import java.util.stream.Stream;

/** Every rule with its predicate, in the order of the catalogue. */
public final class AllRules {

    private AllRules() {}

    public static List<Check> checks() {
        return Stream.of(
                        EnvelopeRules.checks(),
                        CompletenessRules.checks(),
                        MeasureRules.checks(),
                        StockpileRules.checks(),
                        AreaRules.checks(),
                        RetainedRules.checks(),
                        ProgrammeRules.checks(),
                        DestroyedRules.checks(),
                        PeopleRules.checks(),
                        XRules.checks(),
                        TextRules.checks())
                .flatMap(List::stream)
                .toList();
    }
}
