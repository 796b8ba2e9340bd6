package org.mineban.operations;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What checks may use beside a record.
 *
 * @param today nothing can have happened after it
 * @param country where the State lies; empty when that is not known
 * @param register the other records; empty when there are none to compare with
 */
public record CheckContext(
        LocalDate today,
        ProgrammeSettings settings,
        Dictionary dictionary,
        Optional<CountryPlace> country,
        Optional<RecordLookup> register,
        CheckLists lists) {

    /** Nothing but the day and the usual settings. */
    public static CheckContext on(LocalDate today, Dictionary dictionary) {
        return new CheckContext(
                today, ProgrammeSettings.USUAL, dictionary, Optional.empty(), Optional.empty(), CheckLists.NONE);
    }

    /** The same with other settings. */
    public CheckContext with(ProgrammeSettings other) {
        return new CheckContext(today, other, dictionary, country, register, lists);
    }

    /** The same for a State that lies there. */
    public CheckContext in(CountryPlace place) {
        return new CheckContext(today, settings, dictionary, Optional.of(place), register, lists);
    }

    /** The same among those records. */
    public CheckContext among(RecordLookup records) {
        return new CheckContext(today, settings, dictionary, country, Optional.of(records), lists);
    }

    /** The same with those lists. */
    public CheckContext with(CheckLists other) {
        return new CheckContext(today, settings, dictionary, country, register, other);
    }
}
