package org.mineban.convention;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.SourceRow;

/**
 * A Meeting of the States Parties (Article 11) or a Review Conference (Article 12).
 *
 * @param kind which of the two
 * @param ordinal first is 1
 * @param places the place in each language, as {@code Dead Sea}; empty when not recorded
 * @param start first day; empty when not recorded
 * @param end last day; empty when not recorded
 * @param row where it is recorded
 */
public record FormalMeeting(
        Kind kind,
        int ordinal,
        Map<Language, String> places,
        Optional<LocalDate> start,
        Optional<LocalDate> end,
        SourceRow row) {

    public FormalMeeting {
        places = Map.copyOf(places);
    }

    /** The place in that language; empty when not recorded. */
    public Optional<String> place(Language language) {
        return Optional.ofNullable(places.get(language));
    }

    /** The two kinds of formal meeting. */
    public enum Kind {
        /** Meeting of the States Parties, Article 11. */
        MSP,
        /** Review Conference, Article 12. */
        RC
    }

    /** The name that documents of the Convention use, as {@code 12MSP} or {@code 2RC}. */
    public String shortName() {
        return ordinal + kind.name();
    }
}
