package org.mineban.convention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on Their Destruction, done at
 * Oslo on 18 September 1997, United Nations Treaty Series vol. 2056, No. 35597.
 *
 * @param provisions every provision, in order
 * @param meetings every formal meeting of the record, in order of time
 */
public record Convention(List<ProvisionText> provisions, List<FormalMeeting> meetings) {

    /** Opened for signature at Ottawa (Article 15). Nobody could have signed or joined before. */
    public static final LocalDate OPENED_FOR_SIGNATURE = LocalDate.of(1997, 12, 3);

    public Convention {
        provisions = List.copyOf(provisions);
        meetings = List.copyOf(meetings);
    }

    /** The meeting with that short name, as {@code 12MSP}; empty when the record has none. */
    public Optional<FormalMeeting> findMeeting(String shortName) {
        return meetings.stream()
                .filter(meeting -> meeting.shortName().equals(shortName))
                .findFirst();
    }
}
