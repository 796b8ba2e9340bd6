package org.mineban.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param names short names in each of the six languages, oldest first; the last is today's
 * @param row where it is recorded
 */
public record State(
        StateCode code, boolean unMember, RegionalGroup group, Map<Language, List<StateName>> names, SourceRow row) {

    public State {
        names = names.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** The name in that language on that day; every State has one in each. A day before the State came into being gives its first name. */
    public StateName name(Language language, LocalDate on) {
        return names(language).stream()
                .filter(name -> name.heldOn(on))
                .findFirst()
                .orElseThrow();
    }

    /** Every name in that language, oldest first. */
    public List<StateName> names(Language language) {
        return Optional.ofNullable(names.get(language)).orElseThrow();
    }
}
