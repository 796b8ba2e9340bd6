package org.mineban.obligations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.Day;
import org.mineban.kernel.Explained;
import org.mineban.kernel.StateCode;

/**
 * What would follow if a State deposited its instrument on a day. A supposition, never a fact of the record.
 *
 * @param state which State
 * @param deposit the supposed day
 * @param entryIntoForce Article 17, paragraph 2
 * @param initialReport Article 7, paragraph 1
 * @param firstAnnualReport Article 7, paragraph 2
 * @param stockpileDestruction Article 4; nothing to do for a State without a stockpile
 * @param clearance Article 5, paragraph 1; nothing to do for a State without mined areas
 * @param costShare Article 14, paragraph 1: the fraction of the costs of a meeting in the year of entry into force that it would bear if the
 *     payers were the States Parties alone; empty when the State has no rate in the United Nations scale
 */
public record WhatIf(
        StateCode state,
        LocalDate deposit,
        Explained<Day> entryIntoForce,
        Explained<Day> initialReport,
        Explained<Day> firstAnnualReport,
        Explained<Day> stockpileDestruction,
        Explained<Day> clearance,
        Optional<Explained<BigDecimal>> costShare) {

    /** The days by their names in data, in the order of time. */
    public SequencedMap<String, Explained<Day>> byName() {
        SequencedMap<String, Explained<Day>> days = new LinkedHashMap<>();
        days.put("entryIntoForce", entryIntoForce);
        days.put("initialReport", initialReport);
        days.put("firstAnnualReport", firstAnnualReport);
        days.put("stockpileDestruction", stockpileDestruction);
        days.put("clearance", clearance);
        return days;
    }
}
