package org.mineban.parties;

import java.time.LocalDate;
import java.util.Optional;
import org.mineban.kernel.SourceRow;

/**
 * A State's short name in one language.
 *
 * @param name as documents of the United Nations print it in that language
 * @param place its place in the list of States of that language: a greater number stands later; the order is data, since no sorting rule gives
 *     it
 * @param before the first day on which the State had another name; empty for the name it has today
 * @param row where it is recorded
 */
public record StateName(String name, int place, Optional<LocalDate> before, SourceRow row) {

    /** Whether the State had this name on that day, if no earlier name of it was still in use. */
    boolean heldOn(LocalDate on) {
        return before.filter(ended -> !on.isBefore(ended)).isEmpty();
    }
}
