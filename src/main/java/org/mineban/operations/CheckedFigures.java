package org.mineban.operations;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.disclosure.Counts;
import org.mineban.disclosure.PublicCounts;

/** Figures made of many records, as the checks look at them. */
public sealed interface CheckedFigures {

    /**
     * A total and what it is the sum of.
     *
     * @param mines whether it counts anti-personnel mines, of which a report must not go wrong: V-32 instead of V-61
     * @param parts by name, in the order in which they are added
     */
    record Sum(String name, boolean mines, double total, SequencedMap<String, Double> parts) implements CheckedFigures {

        public Sum {
            parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
        }
    }

    /**
     * The balance of contaminated land over one year, in square metres: section 7, F.
     *
     * @param gains what was added in the year, by name: newly identified, re-survey, reclassified
     * @param losses what was taken off in the year, by name: cancelled, reduced, cleared, re-survey, reclassified, voided
     * @param closingBefore what the year before closed with, as reported; empty when it was not
     * @param restated whether the records that changed since are listed
     */
    record Balance(
            int year,
            double opening,
            SequencedMap<String, Double> gains,
            SequencedMap<String, Double> losses,
            double closing,
            Optional<Double> closingBefore,
            boolean restated)
            implements CheckedFigures {

        public Balance {
            gains = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(gains));
            losses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(losses));
        }
    }

    /**
     * The period of a report.
     *
     * @param submittedOn empty while it is not submitted
     * @param others the first and last days of the other reports
     */
    record Period(LocalDate from, LocalDate to, Optional<LocalDate> submittedOn, List<Days> others)
            implements CheckedFigures {

        public Period {
            others = List.copyOf(others);
        }
    }

    /** From a day to a day, both included. */
    record Days(LocalDate from, LocalDate to) {}

    /**
     * A table of people that is to be public.
     *
     * @param counts as known inside
     * @param published as it is to be shown, totals included
     */
    record PublicTable(Counts counts, PublicCounts published) implements CheckedFigures {}
}
