package org.mineban.parties;

import java.util.Optional;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * What a State declared when signing or joining, or sent to the depositary later. It changes no standing.
 *
 * @param kind as in the message {@code declaration.KIND}, with hyphens
 * @param date empty when not found
 * @param summary in English, in our words
 */
public record Declaration(StateCode state, String kind, Optional<PartialDate> date, String summary, SourceRow row) {

    /** The declaration that a row states by its columns {@code iso3}, {@code kind}, {@code date} and {@code summary}, which have been checked. */
    public static Declaration of(SourceRow row) {
        return new Declaration(
                new StateCode(row.get("iso3")),
                row.get("kind").replace('_', '-'),
                PartialDate.find(row.get("date")),
                row.get("summary"),
                row);
    }
}
