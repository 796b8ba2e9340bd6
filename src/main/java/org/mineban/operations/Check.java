package org.mineban.operations;

import java.util.List;
import java.util.Locale;
import org.mineban.geography.Severity;

/**
 * One check of the register: a row of {@code operations/checks.csv}.
 *
 * @param id as {@code V-12}
 * @param severity how much a finding of it matters when the finding does not say otherwise
 * @param family what it is about, in one word
 * @param kinds the kinds of records it looks at; none when it looks at files, points as written, or figures
 * @param fields the fields it reads; none when it reads none by name
 * @param needs what must be at hand for it
 * @param settings the settings of the programme that it goes by
 * @param source where the rule comes from
 * @param onlyWarnsAtImport whether it keeps no row of an older list from counting, although it forbids to approve what is written here: such lists do not
 *     have, for instance, evidence or depth
 */
public record Check(
        String id,
        Severity severity,
        String family,
        List<Kind> kinds,
        List<String> fields,
        List<Need> needs,
        List<String> settings,
        String source,
        boolean onlyWarnsAtImport) {

    /** What a check needs. */
    public enum Need {
        /** The record alone. */
        RECORD,
        /** What the record said before. */
        BEFORE,
        /** The records that it is linked with. */
        LINKS,
        /** The records around it, or those of its kind. */
        REGISTER,
        /** Where the State lies. */
        COUNTRY,
        /** Lists that a programme keeps: administrative units, organisations, mine types. */
        LISTS,
        /** A file's columns before they become records. */
        FILE,
        /** Points as they were written. */
        POINTS,
        /** Figures made of many records. */
        FIGURES;

        /** Lower-case, as in the table and in message keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Check {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        needs = List.copyOf(needs);
        settings = List.copyOf(settings);
    }

    /** The key of its name in the message files. */
    public String titleKey() {
        return "check-title." + id.toLowerCase(Locale.ROOT);
    }

    /** The key of what to do about its findings. */
    public String nextKey() {
        return "check-next." + id.toLowerCase(Locale.ROOT);
    }
}
