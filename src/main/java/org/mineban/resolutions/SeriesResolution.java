package org.mineban.resolutions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.mineban.kernel.SourceRow;

/**
 * A resolution of the General Assembly's yearly series on the Convention, as facts without its text.
 *
 * @param number as cited, with the letter of a part, as {@code 67/32} or {@code 55/33 V}
 * @param symbol as {@code A/RES/67/32}
 * @param session number of the session
 * @param adopted day of adoption
 * @param plenary the vote in the plenary; empty when not found
 * @param statesAccepted how many States the text says had accepted the obligations; empty when it says none, or the text was not found
 */
public record SeriesResolution(
        String number,
        String symbol,
        int session,
        LocalDate adopted,
        Optional<Tally> plenary,
        OptionalInt statesAccepted,
        SourceRow row) {

    /** A vote: for, against, abstaining. States that did not vote are in none of the three. */
    public record Tally(int yes, int no, int abstain) {}

    /** The number as it stands in an address: {@code A-RES-67-32}. */
    public String slug() {
        return symbol.replace('/', '-');
    }
}
