package org.mineban.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mineban.kernel.Confidence;
import org.mineban.parties.RegionalGroup;
import org.mineban.parties.State;

/** Short texts and orders that several pages share. */
final class Words {

    /** The standings of a State by the words used in addresses. */
    static final List<String> STANDINGS = List.of(
            "state-party",
            "consent-deposited",
            "withdrawal-notified",
            "signatory",
            "not-party",
            "withdrawn",
            "not-determinable");

    /** The regional groups by the words used in addresses. */
    static final List<String> GROUPS = List.of("AFR", "APG", "EEG", "GRULAC", "WEOG", "NONE");

    /** The states of a duty by the words used in addresses; {@code open} gathers those in which something may still have to be done. */
    static final List<String> DUTY_STATES = List.of(
            "open",
            "upcoming",
            "passed-without-record",
            "missed",
            "request-not-granted",
            "reopened",
            "day-not-recorded",
            "task-not-recorded",
            "lasting",
            "not-determinable",
            "completed",
            "completed-late",
            "nothing-to-do",
            "ended-by-withdrawal");

    private Words() {}

    static String group(Visit visit, RegionalGroup group) {
        return group(visit, group.name());
    }

    static String group(Visit visit, String group) {
        return visit.say("group." + (group.equals("NONE") ? "none" : group));
    }

    static String confidence(Visit visit, Confidence confidence) {
        return visit.say("confidence." + confidence.code());
    }

    /** The order of the list of States in the language and on the day of the visit. */
    static Comparator<State> order(Visit visit) {
        return Comparator.comparingInt(
                state -> state.name(visit.language(), visit.on()).place());
    }

    /** The word of the fact files as the word of the message keys: {@code no_mined_areas} is {@code no-mined-areas}. */
    static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
