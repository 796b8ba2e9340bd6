package org.mineban.parties;

import java.util.Map;
import java.util.Optional;
import org.mineban.kernel.Language;
import org.mineban.kernel.SourceRow;
import org.mineban.kernel.StateCode;

/**
 * A State that may join the Convention: the 193 Members of the United Nations, the Holy See, the State of Palestine, the Cook Islands and
 * Niue. The list is today's, whatever the day asked about: States that came into being since 1997 are in it.
 *
 * @param code ISO 3166 alpha-3
 * @param unMember whether it is a Member of the United Nations
 * @param group United Nations regional group; {@link RegionalGroup#NONE} when it is in none
 * @param names short name and place in the list of States, in each of the six languages
 * @param row where it is recorded
 */
public record State(
        StateCode code, boolean unMember, RegionalGroup group, Map<Language, StateName> names, SourceRow row) {

    public State {
        names = Map.copyOf(names);
    }

    /** The name in that language; every State has one in each. */
    public StateName name(Language language) {
        return Optional.ofNullable(names.get(language)).orElseThrow();
    }
}
